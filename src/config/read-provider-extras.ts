import type { ConfigFile } from "./config-schema.ts";
import { headerName } from "./config-schema.ts";
import type { Path } from "./path.ts";
import type { Reading } from "./reading.ts";

type ProviderFile = NonNullable<ConfigFile["providers"]>[string];

/** Headers that belong to the connection, to the body, or to Envoy and us. */
export function isReservedHeader(name: string): boolean {
  return ofTheConnection.has(name) || name.startsWith("x-envoy-") || name.startsWith("x-fairlead-");
}

const ofTheConnection: ReadonlySet<string> = new Set([
  "host",
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Headers whose value is a secret. */
const ofCredentials: ReadonlySet<string> = new Set([
  "authorization",
  "proxy-authorization",
  "x-api-key",
  "api-key",
  "x-goog-api-key",
  "cookie",
]);

/** The headers of a provider by name in lower case, sorted. */
export function readProviderHeaders(
  reading: Reading,
  provider: Path,
  { headers = {}, credential }: ProviderFile,
): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const [written, value] of Object.entries(headers)) {
    const path = [...provider, "headers", written];
    const name = written.toLowerCase();
    const refuse = (message: string, expected?: string, hint?: string) =>
      reading.fault({ path, atKey: true, message, expected, hint });
    if (!headerName.test(written)) refuse("is not the name of a header", "a name such as anthropic-version");
    else if (isReservedHeader(name)) refuse(`the header "${name}" is written by the gateway itself`);
    else if (ofCredentials.has(name))
      refuse(
        `the header "${name}" carries a secret, which is never written into this file`,
        undefined,
        `write it as credential: { env: NAME, header: ${name} }`,
      );
    else if (name === credential?.header?.toLowerCase()) refuse("carries the credential already");
    else if (read.has(name)) refuse(`the header "${name}" is there twice`);
    else if (!/^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value))
      reading.fault({ path, message: "is empty or holds characters that no header can", expected: "a text" });
    read.set(name, value);
  }
  return new Map([...read].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The parameters of a provider's query, in the order of the file. */
export function readProviderQuery(
  reading: Reading,
  provider: Path,
  { query = {}, credential }: ProviderFile,
): ReadonlyMap<string, string> {
  for (const name of Object.keys(query)) {
    const path = [...provider, "query", name];
    if (!/^[\x21-\x7e]{1,128}$/.test(name))
      reading.fault({ path, atKey: true, message: "is not the name of a parameter" });
    if (name === credential?.query)
      reading.fault({ path, atKey: true, message: "carries the credential already" });
  }
  return new Map(Object.entries(query));
}
