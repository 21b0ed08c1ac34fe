/** Writes `examples/fairlead.schema.json`, which editors read: `npm run generate:schema`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchema } from "../src/config/config-schema.ts";

const target = join(import.meta.dirname, "../examples/fairlead.schema.json");
writeFileSync(target, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
