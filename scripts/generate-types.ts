/**
 * Writes `src/proto/envoy-types.ts` from the definitions under `protos/`: `npm run generate:types`.
 * One interface per message with every field optional, as both input and decoded output have it.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { envoyTypes } from "./envoy-types.ts";

writeFileSync(join(import.meta.dirname, "../src/proto/envoy-types.ts"), envoyTypes());
