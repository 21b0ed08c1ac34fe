import { jsonSchema } from "../src/config/config-schema.ts";

interface Schema {
  readonly description?: string;
  readonly expected?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

/** The text of `docs/configuration.md`: every key that the schema has, so that none can be missing. */
export function configurationReference(): string {
  return [
    "# The configuration file",
    "",
    "One YAML file (1.2, no merge keys). Made from the schema by `npm run generate:schema`; not edited by hand.",
    "",
    "Editors know it by its first line: `# yaml-language-server: $schema=./fairlead.schema.json` (in `examples/`).",
    "`fairlead validate FILE` lists every problem with its line. The control plane follows the file: a good edit is live",
    "within a second, a bad one is told (log, `GET /api/v1/config`) and the last good configuration goes on. Changes of",
    "`xds`, `admin.listen` and `admin.token` take effect at the next start. A credential's file is read again when the",
    "configuration file changes.",
    "",
    "- **Durations** are texts such as `500ms`, `10s`, `1.5s`, `5m`, `1h`, at most `24h`; **sizes** such as `64KiB`, `20MiB`, `10MB`.",
    "- **Secrets** are never written into the file: `{ env: NAME }` or `{ file: PATH }`, the path relative to this file.",
    "- **Top-level keys that start with `x-`** are yours, a place for anchors.",
    "- **Groups**, if there are any, are tried in the order of the file; the first that fits a node has it. A group is given",
    "  the listener, its models, and the pools and credentials that these use. An edit moves models and nodes at once.",
    "- **A pool's `healthCheck`** is laid over the top-level one, key by key.",
    "- **A model** says one of `pool`, `split`, `fallback`, `match`. `split` names pools, `fallback` and `match` name models;",
    "  these may be any models without a `*` but themselves. Of several names with a `*` the one with the most other",
    "  characters wins; a name without one always does.",
    "- **Endpoints without an `id`** are called `<pool>-<n>`, counted from 1. An edit that moves one keeps its health:",
    "  it is recognised by its pool, URL and provider.",
    "",
    "## Keys",
    "",
    "| key | value | meaning |",
    "|---|---|---|",
    ...rows("", jsonSchema() as Schema, true),
    "",
    "## Not supported yet",
    "",
    "`cheapestOf` and `fastestOf` models, and the strategies `lowestCost` and `lowestLatency`, are refused by",
    "name. `limits` and `budgets` are checked for their form and refused, unless each says `enforce: false`: then they",
    "stay in the file, with a warning, and nothing is enforced.",
    "",
    "## The least",
    "",
    "```yaml",
    "pools:",
    "  my-model:",
    "    endpoints:",
    '      - { url: "http://127.0.0.1:8000/v1" }',
    "```",
    "",
    "Longer ones: `examples/demo.yaml`, `examples/holysheep.yaml`, `examples/compose.yaml`.",
    "",
  ].join("\n");
}

function rows(path: string, schema: Schema, required: boolean): readonly string[] {
  const own = path === "" ? [] : [row(path, schema, required)];
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    rows(path === "" ? key : `${path}.${key}`, value, schema.required?.includes(key) === true),
  );
  const named =
    typeof schema.additionalProperties === "object"
      ? rows(`${path}.<name>`, schema.additionalProperties, false)
      : [];
  const listed = schema.items === undefined ? [] : rows(`${path}[]`, schema.items, false);
  return [...own, ...inner, ...named, ...listed];
}

function row(path: string, schema: Schema, required: boolean): string {
  const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
  const value = schema.expected ?? "a map";
  return `| \`${path}\`${required ? " (required)" : ""} | ${cell(value)} | ${cell(schema.description ?? "")} |`;
}
