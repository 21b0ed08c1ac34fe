import { stringify } from "yaml";
import { type BootstrapOptions, bootstrap } from "./bootstrap.ts";

/**
 * The bootstrap as YAML. Every text is quoted: Envoy reads YAML 1.1, where a node called `n` or `on`
 * would be a boolean.
 */
export function bootstrapText(options: BootstrapOptions): string {
  return stringify(bootstrap(options), {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    // The sources of LDS and CDS are the same object; YAML would make the second an alias.
    aliasDuplicateObjects: false,
  });
}
