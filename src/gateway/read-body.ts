import { requestMetadata, unparsable } from "./names.ts";

/** Longest name of a model that is looked up, in bytes; a longer one is refused. */
const longestModel = 512;

/** Keys of the top level; each is looked at, and a request has some dozen. */
const keysMost = 1_000;

/** How much of a body is copied at a time, in bytes. */
const windowBytes = 16_384;

const source = `
local byte, find, sub, char, lower = string.byte, string.find, string.sub, string.char, string.lower

-- The body is looked at through a window: a copy of all of it would cost as much as the search.
local body, length, window, base

local function look(at)
  base = at - 1
  window = base < length and body:getBytes(base, math.min(${windowBytes}, length - base)) or ""
end

-- nil behind the end
local function byte_at(at)
  if at > base then
    local c = byte(window, at - base)
    if c ~= nil or at > length then return c end
  end
  look(at)
  return byte(window, 1)
end

local function between(from, to)
  return to < from and "" or body:getBytes(from - 1, to - from + 1)
end

-- How many backslashes stand in the window before a position, and whether nothing else does.
local function slashes_before(at)
  local first = at
  while first > base + 1 and byte(window, first - 1 - base) == 92 do first = first - 1 end
  return at - first, first == base + 1
end

-- Position behind a string, from its opening quote; nil when it does not end.
local function past_string(at)
  local from, carried = at + 1, 0
  while from <= length do
    if from <= base or from > base + #window then look(from) end
    local quote = find(window, '"', from - base, true)
    local found = quote and quote + base or base + #window + 1
    local slashes, all = slashes_before(found)
    -- A run of backslashes may begin in the window before.
    if all then slashes = slashes + carried end
    if quote ~= nil and slashes % 2 == 0 then return found + 1 end
    carried = quote == nil and slashes or 0
    from = quote == nil and found or found + 1
  end
  return nil
end

local function past_space(at)
  local c = byte_at(at)
  while c == 32 or c == 10 or c == 13 or c == 9 do
    at = at + 1
    c = byte_at(at)
  end
  return at
end

-- Position behind an object or array. Quotes of other kinds and comments would hide quotes: nil for these.
local function past_nested(at)
  local depth = 0
  repeat
    local c = byte_at(at)
    if c == 34 then
      at = past_string(at)
      if at == nil then return nil end
    else
      if c == 123 or c == 91 then depth = depth + 1
      elseif c == 125 or c == 93 then depth = depth - 1
      elseif c == nil or c == 47 or c == 39 or c == 92 or c == 35 or c == 96 then return nil end
      at = at + 1
    end
  until depth == 0
  return at
end

-- A word or number ends where something else begins; what it says is for the backend to judge.
local function past_value(at)
  local c = byte_at(at)
  if c == 34 then return past_string(at) end
  if c == 123 or c == 91 then return past_nested(at) end
  local from = at
  while c ~= nil and ((c >= 48 and c <= 57) or (c >= 97 and c <= 122) or (c >= 65 and c <= 90)
      or c == 46 or c == 43 or c == 45) do
    at = at + 1
    c = byte_at(at)
  end
  return at > from and at or nil
end

local function utf8(code)
  if code < 0x80 then return char(code) end
  if code < 0x800 then return char(0xc0 + math.floor(code / 0x40), 0x80 + code % 0x40) end
  if code < 0x10000 then
    return char(0xe0 + math.floor(code / 0x1000), 0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
  end
  return char(0xf0 + math.floor(code / 0x40000), 0x80 + math.floor(code / 0x1000) % 0x40,
    0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
end

local escapes = { ['"'] = '"', ["\\\\"] = "\\\\", ["/"] = "/", b = "\\b", f = "\\f", n = "\\n", r = "\\r", t = "\\t" }

-- What a string says, without its quotes; nil for an escape that JSON does not have.
local function unescaped(raw)
  if find(raw, "%c") then return nil end
  if not find(raw, "\\\\", 1, true) then return raw end
  local parts, at = {}, 1
  while true do
    local slash = find(raw, "\\\\", at, true)
    if slash == nil then
      parts[#parts + 1] = sub(raw, at)
      return table.concat(parts)
    end
    parts[#parts + 1] = sub(raw, at, slash - 1)
    local kind = sub(raw, slash + 1, slash + 1)
    if kind == "u" then
      local hex = string.match(raw, "^%x%x%x%x", slash + 2)
      if hex == nil then return nil end
      local code = tonumber(hex, 16)
      at = slash + 6
      if code >= 0xd800 and code <= 0xdfff then
        local low = string.match(raw, "^\\\\u(%x%x%x%x)", at)
        low = low and tonumber(low, 16)
        if code >= 0xdc00 or low == nil or low < 0xdc00 or low > 0xdfff then return nil end
        code = 0x10000 + (code - 0xd800) * 0x400 + (low - 0xdc00)
        at = at + 6
      end
      parts[#parts + 1] = utf8(code)
    else
      if escapes[kind] == nil then return nil end
      parts[#parts + 1] = escapes[kind]
      at = slash + 2
    end
  end
end

local words = { ["true"] = true, ["false"] = false }
local invalid = "it is not a JSON object"

-- model, stream, problem
local function read()
  local model, stream, seen
  local keys = 0
  look(1)
  local at = past_space(1)
  if byte_at(at) ~= 123 then return nil, nil, invalid end
  at = past_space(at + 1)
  if byte_at(at) == 125 then
    if past_space(at + 1) <= length then return nil, nil, invalid end
    return nil, nil, nil
  end
  while true do
    if byte_at(at) ~= 34 then return nil, nil, invalid end
    local key_end = past_string(at)
    if key_end == nil then return nil, nil, invalid end
    keys = keys + 1
    if keys > ${keysMost} then return nil, nil, "it has too many keys" end
    local key
    -- A key as long as this is neither of the two, however it is escaped.
    if key_end - at <= 64 then
      key = unescaped(between(at + 1, key_end - 2))
      if key == nil then return nil, nil, invalid end
    end
    at = past_space(key_end)
    if byte_at(at) ~= 58 then return nil, nil, invalid end
    at = past_space(at + 1)
    local opens = byte_at(at)
    local value_end = past_value(at)
    if value_end == nil then return nil, nil, invalid end
    local name = key and lower(key)
    if name == "model" or name == "stream" then
      if key ~= name then return nil, nil, "write \`" .. name .. "\` in lower case" end
      if name == "model" then
        if seen then return nil, nil, "\`model\` is there twice" end
        seen = true
        -- Anything but a string, and an empty one, is no model: the route says what is missing.
        if opens == 34 and value_end - at > 2 then
          if value_end - at > ${longestModel} + 2 then return nil, nil, "\`model\` is too long" end
          model = unescaped(between(at + 1, value_end - 2))
          if model == nil then return nil, nil, invalid end
        end
      else
        if stream ~= nil then return nil, nil, "\`stream\` is there twice" end
        stream = words[between(at, value_end - 1)]
        if stream == nil then stream = "neither true nor false" end
      end
    end
    at = past_space(value_end)
    local c = byte_at(at)
    if c == 125 then
      if past_space(at + 1) <= length then return nil, nil, "something follows the JSON object" end
      return model, stream, nil
    end
    if c ~= 44 then return nil, nil, invalid end
    at = past_space(at + 1)
  end
end

local types = { "^application/json", "^application/[^;]*%+json", "^text/plain", "^application/x%-www%-form%-urlencoded" }

-- What curl -d (form), fetch (text/plain) and every OpenAI client send.
local function readable(headers)
  local encoding = headers:get("content-encoding")
  if encoding ~= nil and lower(encoding) ~= "identity" then return "it is compressed (content-encoding)" end
  local type = headers:get("content-type")
  if type == nil or type == "" then return nil end
  for _, known in ipairs(types) do
    if find(lower(type), known) then return nil end
  end
  return "its content-type is not application/json"
end

function envoy_on_request(handle)
  local headers = handle:headers()
  if headers:get(":method") ~= "POST" then return end
  local model, stream
  local problem = readable(headers)
  if problem == nil then
    local whole = handle:body(true)
    -- Only now: while the body came, other requests of this worker used these.
    body, length = whole, whole:length()
    if length > 0 then model, stream, problem = read() end
    body, window = nil, nil
  end
  local metadata = handle:streamInfo():dynamicMetadata()
  if problem ~= nil then
    metadata:set("${requestMetadata}", "problem", problem)
    model = "${unparsable}"
  end
  if model ~= nil then metadata:set("${requestMetadata}", "model", model) end
  if stream ~= nil then metadata:set("${requestMetadata}", "stream", stream) end
  handle:clearRouteCache()
end
`;

/**
 * Lua that reads `model` and `stream` from the top level of a JSON body, and chooses the route again. It finds
 * the ends of strings by searching for quotes, as fast as memory is read, and looks at every other byte once:
 * half a megabyte of prompt costs a tenth of what a parser of the whole takes (docs/decisions/040).
 *
 * It must never read another model than the backend will. So it refuses what parsers differ about: `model`
 * twice, in another case (Go's parser does not mind the case), or not a string; comments and single quotes;
 * bytes behind the end; compressed bodies. What is wrong inside other values is left to the backend, whose
 * parser refuses the whole: the top level is read in one way only, wherever that is valid JSON.
 *
 * Comments are left out of what is sent.
 */
export const readBodySource = source.replaceAll(/^ *--.*\n/gm, "");
