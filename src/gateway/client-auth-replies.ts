import type { MessageTypes } from "../proto/envoy-types.ts";
import { struct } from "../proto/well-known.ts";
import { callerMetadata, requestMetadata } from "./names.ts";

type Mapper = MessageTypes["envoy.extensions.filters.network.http_connection_manager.v3.ResponseMapper"];
type AccessLogFilter = MessageTypes["envoy.config.accesslog.v3.AccessLogFilter"];

/**
 * What a client without access is told, as OpenAI says it. Envoy's checks of revoked keys and of models
 * refuse alike, with 403; the first is made before the body is read, so only the second knows a model.
 */
export function clientAuthReplies(): readonly Mapper[] {
  return [
    reply([status(401), header("authorization", false)], 401, {
      message:
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
      code: null,
    }),
    reply([status(401)], 401, {
      message: "Incorrect API key provided: %LOCAL_REPLY_BODY%",
      code: "invalid_api_key",
    }),
    reply([status(403), namesModel], 403, {
      message: `API key \`${caller("jti")}\` (${caller("name")}) does not have access to model \`%DYNAMIC_METADATA(${requestMetadata}:model):200%\``,
      code: "model_not_found",
    }),
    reply([status(403)], 401, {
      message: "Incorrect API key provided: it has been revoked",
      code: "invalid_api_key",
    }),
  ];
}

function reply(
  all: readonly AccessLogFilter[],
  statusCode: number,
  error: { readonly message: string; readonly code: string | null },
): Mapper {
  const { message, code } = error;
  const [only, ...others] = all;
  return {
    filter: only !== undefined && others.length === 0 ? only : { andFilter: { filters: all } },
    statusCode: { value: statusCode },
    bodyFormatOverride: {
      jsonFormat: struct({ error: { message, type: "invalid_request_error", param: null, code } }),
    },
  };
}

function caller(claim: "jti" | "name"): string {
  return `%DYNAMIC_METADATA(${callerMetadata.namespace}:${callerMetadata.key}:${claim})%`;
}

function status(code: number): AccessLogFilter {
  const runtimeKey = `fairlead.local_reply.EQ_${code}`;
  return { statusCodeFilter: { comparison: { op: "EQ", value: { defaultValue: code, runtimeKey } } } };
}

function header(name: string, presentMatch: boolean): AccessLogFilter {
  return { headerFilter: { header: { name, presentMatch } } };
}

const namesModel: AccessLogFilter = {
  metadataFilter: {
    matcher: { filter: requestMetadata, path: [{ key: "model" }], value: { presentMatch: true } },
    matchIfKeyNotFound: { value: false },
  },
};
