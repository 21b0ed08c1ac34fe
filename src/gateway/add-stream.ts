import { requestMetadata } from "./names.ts";

/**
 * Lua for `/v1/chat/completions/stream`: writes `"stream": true` after the first brace, and leaves
 * every other byte as it was. A body that already has `stream` is left alone: true is what is wanted,
 * and anything else has been refused by a route.
 */
export const addStreamSource = `function envoy_on_request(handle)
  local request = handle:streamInfo():dynamicMetadata():get("${requestMetadata}")
  if request == nil or request.model == nil or request.stream ~= nil then return end
  local body = handle:body()
  if body == nil then return end
  local text = body:getBytes(0, body:length())
  local brace = string.find(text, "{", 1, true)
  if brace == nil then return end
  local length = body:setBytes(string.sub(text, 1, brace) .. '"stream":true,' .. string.sub(text, brace + 1))
  handle:headers():replace("content-length", length)
  handle:streamInfo():dynamicMetadata():set("${requestMetadata}", "stream", true)
end
`;
