import { createPrivateKey, createPublicKey } from "node:crypto";
import { dirname, resolve } from "node:path";
import type { ClientKeySettings } from "../model/client-keys.ts";
import { KeyStore } from "./key-store.ts";
import { signingKeyOf } from "./signing-keys.ts";

/** The keys that a configuration file speaks of. Nothing is read or made before it is used. */
export function openKeys(settings: ClientKeySettings, configFile: string): KeyStore {
  const { signingKey, acceptedKeys } = settings;
  return new KeyStore({
    folder: keyFolder(settings, configFile),
    given:
      signingKey === undefined
        ? undefined
        : {
            signing: signingKeyOf(createPrivateKey(signingKey.reveal())),
            accepted: acceptedKeys.map((pem) => signingKeyOf(createPublicKey(pem))),
          },
  });
}

export function keyFolder({ folder }: ClientKeySettings, configFile: string): string {
  return resolve(dirname(configFile), folder);
}
