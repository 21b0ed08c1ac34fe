import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { requestMetadata, streamUsageFilterName } from "./names.ts";

type HttpFilter = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter"];

/**
 * Asks for the usage of streams, and keeps it from clients that did not ask.
 *
 * Request: writes `stream_options` after the first brace when the client streams and says nothing about it;
 * every other byte stays. A body that has the word anywhere is left alone: to change what is inside would take
 * a parser.
 *
 * Answer: the event with no choices and a usage is taken out, and nothing is held back for it but the beginning
 * of an event whose end has not come yet, which no client can use. What is not the beginning of a JSON
 * event passes as it is, and so does one that is longer than any usage. Every search is for plain text or
 * anchored: Lua's patterns take quadratic time to find that something is not there, and a worker waits.
 */
export function streamUsageFilter(): HttpFilter {
  return {
    name: streamUsageFilterName,
    typedConfig: pack("envoy.extensions.filters.http.lua.v3.Lua", {
      sourceCodes: { [scriptName]: { inlineString: source } },
    }),
  };
}

/** For the routes of streams: anywhere else Lua would start twice for each request, to find nothing to do. */
export function asksForUsage(): Any {
  return pack("envoy.extensions.filters.http.lua.v3.LuaPerRoute", { name: scriptName });
}

const scriptName = "stream_usage";

const source = `local paths = { ["/v1/chat/completions"] = true, ["/v1/chat/completions/stream"] = true, ["/v1/completions"] = true }
local longest = 8192

function envoy_on_request(handle)
  local request = handle:streamInfo():dynamicMetadata():get("${requestMetadata}")
  if request == nil or request.stream ~= true then return end
  local path = string.match(handle:headers():get(":path"), "^[^?]*")
  if not paths[path] then return end
  local body = handle:body()
  if body == nil then return end
  local text = body:getBytes(0, body:length())
  if string.find(text, '"stream_options"', 1, true) then return end
  local brace = string.find(text, "{", 1, true)
  if brace == nil then return end
  local length = body:setBytes(string.sub(text, 1, brace) .. '"stream_options":{"include_usage":true},' .. string.sub(text, brace + 1))
  handle:headers():replace("content-length", length)
  handle:streamInfo():dynamicMetadata():set("${requestMetadata}", "usage_added", true)
end

local function only_usage(event)
  return string.find(event, "^data: ?{")
    and string.find(event, '"choices"%s*:%s*%[%s*%]')
    and string.find(event, '"usage"%s*:%s*{')
end

local function may_begin_json(text)
  if #text < 7 then return string.sub("data: {", 1, #text) == text or string.sub("data:{", 1, #text) == text end
  return #text <= longest and string.find(text, "^data: ?{") ~= nil
end

local function without_usage(text)
  local blank = string.find(text, "\\r\\n\\r\\n", 1, true) and "\\r\\n\\r\\n" or "\\n\\n"
  local kept = {}
  local from = 1
  while true do
    local _, to = string.find(text, blank, from, true)
    if to == nil then break end
    local event = string.sub(text, from, to)
    if not only_usage(event) then kept[#kept + 1] = event end
    from = to + 1
  end
  local tail = string.sub(text, from)
  if may_begin_json(tail) then return table.concat(kept), tail end
  kept[#kept + 1] = tail
  return table.concat(kept), ""
end

function envoy_on_response(handle)
  local request = handle:streamInfo():dynamicMetadata():get("${requestMetadata}")
  if request == nil or request.usage_added ~= true then return end
  local headers = handle:headers()
  if not string.find(headers:get("content-type") or "", "text/event-stream", 1, true) then return end
  headers:remove("content-length")
  local held = ""
  for chunk in handle:bodyChunks() do
    local length = chunk:length()
    if length == 0 then
      if held ~= "" then chunk:setBytes(held) end
      held = ""
    else
      local text = held .. chunk:getBytes(0, length)
      if held ~= "" or string.sub(text, -2) ~= "\\n\\n" or string.find(text, '"choices"%s*:%s*%[%s*%]') then
        text, held = without_usage(text)
        chunk:setBytes(text)
      end
    end
  end
end
`;
