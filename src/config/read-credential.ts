import { bearer, type Credential, type CredentialPlace } from "../model/provider.ts";
import type { ConfigFile } from "./config-schema.ts";
import type { Path } from "./path.ts";
import { isReservedHeader } from "./read-provider-extras.ts";
import { readSecret } from "./read-secret.ts";
import type { Reading } from "./reading.ts";

type CredentialFile = NonNullable<NonNullable<ConfigFile["providers"]>[string]["credential"]>;

export function readCredential(reading: Reading, path: Path, file: CredentialFile): Credential | undefined {
  const secret = readSecret(reading, path, file);
  const sentAs = placeOf(reading, path, file);
  return secret === undefined || sentAs === undefined ? undefined : { secret, sentAs };
}

function placeOf(
  reading: Reading,
  path: Path,
  { header, prefix, query }: CredentialFile,
): CredentialPlace | undefined {
  if (query !== undefined) {
    if (header === undefined && prefix === undefined) return { kind: "query", name: query };
    reading.fault({
      path: [...path, "query"],
      message: "is there beside header or prefix",
      expected: "one place for the key",
      hint: "leave out `query`, or `header` and `prefix`",
    });
    return undefined;
  }
  const name = header?.toLowerCase() ?? bearer.name;
  if (isReservedHeader(name)) {
    reading.fault({
      path: [...path, "header"],
      message: `the header "${name}" is written by the gateway itself`,
      expected: "a header that carries keys, such as authorization, x-api-key or api-key",
    });
    return undefined;
  }
  return { kind: "header", name, prefix: prefix ?? (name === bearer.name ? "Bearer " : "") };
}
