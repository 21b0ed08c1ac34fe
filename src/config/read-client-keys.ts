import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { isLoopback, type ListenAddress } from "../base/listen-address.ts";
import { Secret } from "../base/secret.ts";
import type { ClientKeySettings } from "../model/client-keys.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Path } from "./path.ts";
import { contentOf } from "./read-secret.ts";
import type { Reading } from "./reading.ts";

type KeysFile = NonNullable<ConfigFile["clientKeys"]>;
type SourceFile = NonNullable<KeysFile["signingKey"]>;

export function readClientKeys(reading: Reading, listen: ListenAddress): ClientKeySettings {
  const { clientKeys } = reading.file;
  if (clientKeys === undefined) checkReach(reading, listen);
  const { required = clientKeys !== undefined, folder = defaultFolder, ...keys } = clientKeys ?? {};
  return { required, folder, ...readKeys(reading, keys) };
}

/** Beside the configuration file. */
const defaultFolder = "fairlead-keys";

function checkReach(reading: Reading, { host }: ListenAddress): void {
  if (isLoopback(host)) return;
  reading.fault({
    path: ["gateway", "listen"],
    message: `${host} can be reached from other machines, and whoever reaches it spends the providers' credentials`,
    hint: "write `clientKeys: {}` to ask for keys, or `clientKeys: { required: false }` if everyone there may call",
  });
}

function readKeys(reading: Reading, { signingKey, acceptedKeys = [] }: KeysFile) {
  const path: Path = ["clientKeys", "signingKey"];
  if (signingKey === undefined && acceptedKeys.length > 0) {
    reading.fault({
      path: ["clientKeys", "acceptedKeys"],
      message: "there is no signingKey beside it, and Fairlead knows the keys that it makes itself",
    });
  }
  const signing = signingKey && pemOf(reading, path, signingKey, createPrivateKey, "EC PRIVATE KEY");
  const accepted = acceptedKeys.flatMap((source, index) => {
    const at = ["clientKeys", "acceptedKeys", index];
    return pemOf(reading, at, source, createPublicKey, "PUBLIC KEY") ?? [];
  });
  return { signingKey: signing === undefined ? undefined : new Secret(signing), acceptedKeys: accepted };
}

/** What it holds is not shown: it may be the key. */
function pemOf(
  reading: Reading,
  path: Path,
  source: SourceFile,
  parse: (pem: string) => KeyObject,
  label: string,
): string | undefined {
  const pem = contentOf(reading, path, source);
  if (pem === undefined || isP256(pem, parse)) return pem;
  reading.fault({
    path,
    message: "holds no key on the curve P-256",
    expected: `PEM: -----BEGIN ${label}-----`,
    hint: "openssl ecparam -name prime256v1 -genkey -noout makes one",
  });
  return undefined;
}

function isP256(pem: string, parse: (pem: string) => KeyObject): boolean {
  try {
    return parse(pem).asymmetricKeyDetails?.namedCurve === "prime256v1";
  } catch {
    return false;
  }
}
