import { everyModel } from "../model/client-keys.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { struct } from "../proto/well-known.ts";
import { callerMetadata, ownModelsFilterName } from "./names.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];
type Route = MessageTypes["envoy.config.route.v3.Route"];

/** Answers the list of models for a key that may not use all; off but on the route of the list. */
export function ownModelsFilter(): HttpFilter {
  const typedConfig = pack("envoy.extensions.filters.http.lua.v3.Lua", {});
  return { name: ownModelsFilterName, disabled: true, typedConfig };
}

/**
 * What the route of the list needs for it. Its metadata has the entry of each model, so that the filter
 * takes those of the key and puts them together; no other filter of Envoy answers with a part of a text.
 *
 * @param entries what the list says of each model
 */
export function ownModels(
  entries: readonly { readonly id: string }[],
): Pick<Route, "metadata" | "typedPerFilterConfig"> {
  const texts = Object.fromEntries(entries.map((entry) => [entry.id, JSON.stringify(entry)]));
  return {
    metadata: { filterMetadata: { [ownModelsFilterName]: struct(texts) } },
    typedPerFilterConfig: {
      [ownModelsFilterName]: pack("envoy.config.route.v3.FilterConfig", {
        config: pack("envoy.extensions.filters.http.lua.v3.LuaPerRoute", {
          sourceCode: { inlineString: source },
        }),
      }),
    },
  };
}

const { namespace, key } = callerMetadata;
const source = `function envoy_on_request(handle)
  local caller = handle:streamInfo():dynamicMetadata():get("${namespace}")
  local models = caller and caller.${key} and caller.${key}.models
  local own = {}
  for _, model in ipairs(type(models) == "table" and models or {}) do
    if model == "${everyModel}" then return end
    own[#own + 1] = handle:metadata():get(model)
  end
  local headers = { [":status"] = "200", ["content-type"] = "application/json" }
  handle:respond(headers, '{"object":"list","data":[' .. table.concat(own, ",") .. ']}\\n')
end
`;
