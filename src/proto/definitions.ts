import { readdirSync } from "node:fs";
import { join } from "node:path";
import protobuf from "protobufjs";

const folder = join(import.meta.dirname, "../../protos");

/**
 * Every definition under `protos/`, by reflection. Field names are camelCase. Parsed once, when the
 * process starts; a missing import stops it there.
 */
export const definitions: protobuf.Root = load();

function load(): protobuf.Root {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) =>
    target.startsWith("google/protobuf/") ? target : join(folder, target);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".proto"),
  );
  root.loadSync(files.sort());
  root.resolveAll();
  keepAnyWhole(root.lookupType("google.protobuf.Any"));
  return root;
}

/** Of an empty message there is only the type URL on the wire; a decoded `Any` has its bytes all the same. */
function keepAnyWhole(any: protobuf.Type): void {
  any.setup();
  any.toObject = (message) => {
    const { type_url, value } = message as unknown as { type_url: string; value: Uint8Array | [] };
    return { type_url, value: value instanceof Uint8Array ? value : new Uint8Array() };
  };
}
