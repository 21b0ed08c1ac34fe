import { readBodySource } from "../../src/gateway/read-body.ts";
import type { Any } from "../../src/proto/any.ts";
import { decode, unpack } from "../../src/proto/codec.ts";
import type { Snapshot } from "../../src/snapshot/snapshot.ts";

/** A snapshot as a person would write it: by short type name, every `Any` opened, every `Struct` plain. */
export function readable(snapshot: Snapshot): object {
  return Object.fromEntries(
    [...snapshot.types].map(([typeUrl, { resources }]) => [
      typeUrl.split(".").at(-1),
      [...resources.values()].map(({ any, source }) => ({
        source,
        resource: opened(decode("google.protobuf.Any", any)),
      })),
    ]),
  );
}

function opened(value: unknown): unknown {
  // Long, and the same in every case: test/e2e/read-body.test.ts says what it does.
  if (value === readBodySource) return "(src/gateway/read-body.ts)";
  if (Array.isArray(value)) return value.map(opened);
  if (typeof value !== "object" || value === null) return value;
  if ("type_url" in value) {
    const { name, message } = unpack(value as Any);
    return { "@type": name, ...(opened(message) as object) };
  }
  if ("seconds" in value || "nanos" in value) return seconds(value as { seconds?: number; nanos?: number });
  if ("fields" in value) return plain({ structValue: value });
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, opened(element)]));
}

function seconds({ seconds = 0, nanos = 0 }: { seconds?: number; nanos?: number }): string {
  return `${seconds + nanos / 1e9}s`;
}

function plain(value: object): unknown {
  if ("structValue" in value) {
    const { fields = {} } = value.structValue as { fields?: Record<string, object> };
    return Object.fromEntries(Object.entries(fields).map(([key, element]) => [key, plain(element)]));
  }
  if ("listValue" in value) return ((value.listValue as { values?: object[] }).values ?? []).map(plain);
  const [only] = Object.values(value);
  return only === "NULL_VALUE" ? null : only;
}
