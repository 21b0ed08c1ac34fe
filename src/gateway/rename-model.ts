import type { RoutingRule } from "../model/llm-model.ts";
import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { struct } from "../proto/well-known.ts";
import { ownMetadata, poolHeader, requestMetadata, scriptFilterName, tellPoolFilterName } from "./names.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * The filter that tells the cluster's script which pool was chosen. Off, but for the routes that need it.
 */
export function tellPoolFilter(): HttpFilter {
  return {
    name: tellPoolFilterName,
    disabled: true,
    typedConfig: pack("envoy.extensions.filters.http.header_mutation.v3.HeaderMutation", {}),
  };
}

/** What a route says to the cluster's filters; nothing when all pools read what the client wrote. */
export function renaming(modelName: string, rule: RoutingRule): Readonly<Record<string, Any>> | undefined {
  const targets = rule.choices.flatMap(({ chain }) => chain);
  const names = targets.flatMap(({ pool, upstreamModel }) =>
    upstreamModel === undefined ? [] : [[pool, writtenName(upstreamModel)] as const],
  );
  const [only] = names;
  if (only === undefined) return undefined;
  const [head = "", tail = ""] = modelName.split("*");
  const star = { head: Buffer.byteLength(head), tail: Buffer.byteLength(tail) };
  // Where there is one pool, nobody needs to ask which.
  if (targets.length === 1) return { [scriptFilterName]: context({ name: only[1], ...star }) };
  return {
    [tellPoolFilterName]: tellPool(),
    [scriptFilterName]: context({ names: Object.fromEntries(names), ...star }),
  };
}

function context(filterContext: Parameters<typeof struct>[0]): Any {
  return pack("envoy.extensions.filters.http.lua.v3.LuaPerRoute", { filterContext: struct(filterContext) });
}

function tellPool(): Any {
  const header = { key: poolHeader, value: `%UPSTREAM_METADATA(${ownMetadata}:pool)%` };
  return pack("envoy.extensions.filters.http.header_mutation.v3.HeaderMutationPerRoute", {
    mutations: {
      requestMutations: [{ append: { header, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" } }],
    },
  });
}

/** A JSON string in ASCII, in one part, or in the two around what the star stands for. */
function writtenName(upstreamModel: string): { readonly before: string; readonly after?: string } {
  const ascii = JSON.stringify(upstreamModel).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const [before = "", after] = ascii.split("*");
  return after === undefined ? { before } : { before, after };
}

/**
 * Lua for the cluster's filter chain: `rename_model(handle)` writes the backend's own name into the body's `model`,
 * where the route says that it has one. In the cluster's chain, which runs anew for every attempt, because the next
 * attempt may go to another pool; and in one script with what else is done there, because each filter with a script
 * keeps a Lua machine of 100 KB per cluster and worker.
 *
 * Replaces the value of `model` in the outermost object, and no other byte. `read-body.ts` has been through the
 * body, so there is one such key in an object outermost, and everything in it ends. Strings are passed by
 * searching for their ends, so that a picture in a prompt costs as much as `memchr`; nothing is looked at twice.
 */
export const renameModelSource = `local find, byte, sub = string.find, string.byte, string.sub

local function after_string(text, at)
  local from = at + 1
  while true do
    local quote = find(text, '"', from, true)
    local before = quote - 1
    while byte(text, before) == 92 do before = before - 1 end
    if (quote - before) % 2 == 1 then return quote + 1 end
    from = quote + 1
  end
end

local function after_value(text, at)
  local first = byte(text, at)
  if first == 34 then return after_string(text, at) end
  if first ~= 123 and first ~= 91 then return find(text, "[,}%s]", at) end
  local depth = 0
  while true do
    at = find(text, '["%[%]{}]', at)
    local found = byte(text, at)
    if found == 34 then
      at = after_string(text, at)
    else
      depth = depth + ((found == 123 or found == 91) and 1 or -1)
      at = at + 1
      if depth == 0 then return at end
    end
  end
end

local function unescaped(hex) return string.char(tonumber(hex, 16)) end

local function is_model(text, first, last)
  if last - first == 4 then return sub(text, first, last) == "model" end
  if last - first > 29 then return false end
  local key = sub(text, first, last)
  return find(key, "\\\\", 1, true) ~= nil and string.gsub(key, "\\\\u00(%x%x)", unescaped) == "model"
end

local function renamed(text, name)
  local parts, from, at = {}, 1, find(text, "{", 1, true) + 1
  while true do
    at = find(text, '["}]', at)
    if byte(text, at) == 125 then break end
    local key_end = after_string(text, at)
    local value = find(text, "[^%s:]", key_end)
    local value_end = after_value(text, value)
    if is_model(text, at + 1, key_end - 2) then
      parts[#parts + 1] = sub(text, from, value - 1)
      parts[#parts + 1] = name
      from = value_end
      if #parts == 2 and not find(text, '"model"', from, true) and not find(text, "\\\\u", from, true) then break end
    end
    at = value_end
  end
  parts[#parts + 1] = sub(text, from)
  return table.concat(parts)
end

local function escaped(text)
  return (string.gsub(text, '[%c"\\\\]', function(character) return string.format("\\\\u%04x", byte(character)) end))
end

local function pool_of(headers)
  local pool = headers:get("${poolHeader}")
  headers:remove("${poolHeader}")
  return pool
end

local function name_of(handle, context)
  local name = context:get("name")
  if name == nil then name = context:get("names")[pool_of(handle:headers())] end
  if name == nil or name.after == nil then return name and name.before end
  local model = handle:streamInfo():dynamicMetadata():get("${requestMetadata}").model
  return name.before .. escaped(sub(model, context:get("head") + 1, #model - context:get("tail"))) .. name.after
end

local function rename_model(handle)
  local context = handle:filterContext()
  if context == nil or context:get("head") == nil then return end
  local name = name_of(handle, context)
  local body = handle:body()
  if body == nil then return end
  local length = body:length()
  if name ~= nil then length = body:setBytes(renamed(body:getBytes(0, length), name)) end
  -- Also without a name: an attempt before this one may have written its own length.
  handle:headers():replace("content-length", tostring(length))
end
`;
