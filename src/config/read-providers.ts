import type { Provider } from "../model/provider.ts";
import { readCredential } from "./read-credential.ts";
import { readUrl } from "./read-endpoint-url.ts";
import { checkName } from "./read-name.ts";
import { readProviderHeaders, readProviderQuery } from "./read-provider-extras.ts";
import { readTls } from "./read-tls.ts";
import type { Reading } from "./reading.ts";

export function readProviders(reading: Reading): ReadonlyMap<string, Provider> {
  const providers = new Map<string, Provider>();
  for (const [name, provider] of Object.entries(reading.file.providers ?? {})) {
    const path = ["providers", name];
    checkName(reading, path, name);
    const credential =
      provider.credential === undefined
        ? undefined
        : readCredential(reading, [...path, "credential"], provider.credential);
    if (provider.baseUrl !== undefined) readUrl(reading, [...path, "baseUrl"], provider.baseUrl);
    providers.set(name, {
      name,
      credential,
      headers: readProviderHeaders(reading, path, provider),
      query: readProviderQuery(reading, path, provider),
      tls: provider.tls && readTls(reading, [...path, "tls"], `provider/${name}`, provider.tls),
      usage: provider.usage,
      streamUsage: provider.streamUsage,
      source: reading.around.sourceOf([...path, "credential"]),
    });
  }
  return providers;
}
