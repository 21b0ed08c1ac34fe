import type { Provider } from "../model/desired.ts";
import { readUrl } from "./read-endpoint-url.ts";
import { checkName } from "./read-name.ts";
import { readSecret } from "./read-secret.ts";
import type { Reading } from "./reading.ts";

export function readProviders(reading: Reading): ReadonlyMap<string, Provider> {
  const providers = new Map<string, Provider>();
  for (const [name, provider] of Object.entries(reading.file.providers ?? {})) {
    const path = ["providers", name];
    checkName(reading, path, name);
    const credential =
      provider.credential === undefined
        ? undefined
        : readSecret(reading, [...path, "credential"], provider.credential);
    if (provider.baseUrl !== undefined) readUrl(reading, [...path, "baseUrl"], provider.baseUrl);
    const source = reading.around.sourceOf([...path, "credential"]);
    providers.set(name, { name, credential, source });
  }
  return providers;
}
