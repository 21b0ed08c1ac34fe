import { unreachable } from "../base/invariant.ts";
import type { Desired } from "../model/desired.ts";
import type { EndpointId, Source } from "../model/pool.ts";

/** What of the operator's a refusal is about; by name, so that it is found again when lines have moved. */
export type Blamed =
  | { readonly kind: "endpoint"; readonly pool: string; readonly endpoint: EndpointId }
  | { readonly kind: "pool"; readonly pool: string }
  | { readonly kind: "model"; readonly model: string }
  | { readonly kind: "credential"; readonly provider: string }
  | { readonly kind: "part"; readonly part: keyof Desired["places"] };

/** Where that is in the running file; undefined when it is not there any more. */
export function placeOf(blamed: Blamed, { pools, models, providers, places }: Desired): Source | undefined {
  switch (blamed.kind) {
    case "endpoint":
      return pools.get(blamed.pool)?.endpoints.find(({ id }) => id === blamed.endpoint)?.source;
    case "pool":
      return pools.get(blamed.pool)?.source;
    case "model":
      return models.get(blamed.model)?.source;
    case "credential":
      return providers.get(blamed.provider)?.source;
    case "part":
      return places[blamed.part];
    default:
      return unreachable(blamed);
  }
}
