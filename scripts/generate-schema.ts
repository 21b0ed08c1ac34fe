/**
 * Writes `examples/fairlead.schema.json`, which editors read, and `docs/configuration.md`, which people
 * read: `npm run generate:schema`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchema } from "../src/config/config-schema.ts";
import { configurationReference } from "./configuration-reference.ts";

const root = join(import.meta.dirname, "..");
writeFileSync(join(root, "examples/fairlead.schema.json"), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
writeFileSync(join(root, "docs/configuration.md"), configurationReference());
