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
  return root;
}
