import type { MessageTypes } from "../proto/envoy-types.ts";
import { struct } from "../proto/well-known.ts";
import { clientAuthReplies } from "./client-auth-replies.ts";
import { requestMetadata } from "./names.ts";
import { chatStream, operations } from "./operations.ts";

type LocalReplyConfig =
  MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.LocalReplyConfig"];
type Mapper = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper"];

/** The body of an error as OpenAI's clients read it. */
interface OpenAiError {
  readonly message: string;
  readonly type: "invalid_request_error" | "server_error" | "rate_limit_error";
  readonly param: string | null;
  readonly code: string | null;
}

const model = `%DYNAMIC_METADATA(${requestMetadata}:model):200%`;
const ownWords = "%LOCAL_REPLY_BODY%";

/**
 * Every answer that Envoy makes itself becomes OpenAI-shaped JSON; what a backend answered is never
 * touched. The first mapper that fits wins: Envoy's response flags tell more than the status, so they
 * come first. Direct responses are plain text for the same reason: their JSON is made here.
 */
export function localReplies(): LocalReplyConfig {
  return {
    mappers: [
      // UH: no healthy upstream. NC: no such cluster (yet, or any more).
      flags(["UH", "NC"], 503, {
        message: `No healthy backend available for model: ${model}`,
        type: "server_error",
        param: "model",
        code: "no_healthy_backend",
      }),
      // UO: a circuit breaker is open.
      flags(["UO"], 503, {
        message: `The backends of model ${model} are at their configured limit`,
        type: "server_error",
        param: null,
        code: "overloaded",
      }),
      // UT: upstream timeout. SI: stream idle. DT: duration. UMSDR: maximum stream duration.
      flags(["UT", "SI", "DT", "UMSDR"], 504, {
        message: `The backends of model ${model} did not answer in time`,
        type: "server_error",
        param: null,
        code: "upstream_timeout",
      }),
      // Connect failure, reset, retries used up, protocol error.
      flags(["UF", "UC", "UR", "LR", "URX", "UPE"], 502, {
        message: `The backends of model ${model} could not be reached`,
        type: "server_error",
        param: null,
        code: "upstream_error",
      }),
      ...clientAuthReplies(),
      status("EQ", 400, { message: ownWords, type: "invalid_request_error", param: null, code: null }),
      unknownModel(),
      status("EQ", 404, { message: ownWords, type: "invalid_request_error", param: null, code: "not_found" }),
      status("EQ", 405, {
        message: ownWords,
        type: "invalid_request_error",
        param: null,
        code: "method_not_allowed",
      }),
      status("EQ", 413, {
        message: "The request body is larger than this gateway accepts",
        type: "invalid_request_error",
        param: null,
        code: "request_too_large",
      }),
      status("EQ", 429, {
        message: ownWords,
        type: "rate_limit_error",
        param: null,
        code: "rate_limit_exceeded",
      }),
      status("GE", 400, {
        message: ownWords,
        type: "server_error",
        param: null,
        code: "%RESPONSE_CODE_DETAILS%",
      }),
    ],
  };
}

/** On the paths of models, a 404 of ours is about the model. */
const aboutModels = `/v1/models/.*|(?:${[...operations, chatStream].map(({ path }) => path).join("|")})(?:\\?.*)?`;

function unknownModel(): Mapper {
  const is404 = statusIs("EQ", 404, "fairlead.local_reply.unknown_model");
  const onTheirPaths = { headerFilter: { header: { name: ":path", stringMatch: regex(aboutModels) } } };
  return {
    filter: { andFilter: { filters: [is404, onTheirPaths] } },
    ...body({ message: ownWords, type: "invalid_request_error", param: "model", code: "model_not_found" }),
  };
}

function regex(pattern: string) {
  return { safeRegex: { regex: pattern } };
}

function flags(wanted: readonly string[], statusCode: number, error: OpenAiError): Mapper {
  return {
    filter: { responseFlagFilter: { flags: wanted } },
    statusCode: { value: statusCode },
    ...body(error),
  };
}

function status(op: "EQ" | "GE", code: number, error: OpenAiError): Mapper {
  return { filter: statusIs(op, code, `fairlead.local_reply.${op}_${code}`), ...body(error) };
}

function statusIs(op: "EQ" | "GE", code: number, runtimeKey: string) {
  return { statusCodeFilter: { comparison: { op, value: { defaultValue: code, runtimeKey } } } };
}

function body(error: OpenAiError): Mapper {
  return { bodyFormatOverride: { jsonFormat: struct({ error: { ...error } }) } };
}
