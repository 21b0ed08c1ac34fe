import type { Desired, LlmModel, Timeouts } from "../model/desired.ts";
import type { Pool } from "../model/pool.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { duration, struct } from "../proto/well-known.ts";
import { addStreamSource } from "./add-stream.ts";
import { answer, onlyWith, refusal, refuse } from "./direct-answers.ts";
import { modelPages } from "./model-pages.ts";
import { ownMetadata, requestMetadata, streamFilterName, unparsable } from "./names.ts";
import { chatStream, type Operation, operations } from "./operations.ts";

type Route = MessageTypes["envoy.config.route.v3.Route"];
type MetadataMatcher = MessageTypes["envoy.type.matcher.v3.MetadataMatcher"];

/**
 * All routes of the gateway, in the order in which Envoy tries them. A request is routed twice: once
 * before its body is read, when it falls through to the last route of its path, and once after, when
 * its metadata says the model.
 */
export function routes(desired: Desired): readonly Route[] {
  const served = [...desired.models.values()].flatMap((model) => {
    const pool = desired.pools.get(model.pool);
    return pool === undefined ? [] : [{ model, pool }];
  });
  const toModels = (operation: Operation) =>
    served.flatMap(({ model, pool }) => toModel(operation, model, pool, desired.gateway.timeouts));
  return [
    { match: { path: "/health" }, ...answer({ status: "ok" }) },
    ...modelPages(served.map(({ model }) => model.name)),
    ...operations.flatMap((operation) => [
      onlyWith("POST", operation.path),
      ...toModels(operation),
      ...refusals(operation.path),
    ]),
    ...[
      onlyWith("POST", chatStream.path),
      refuse(400, "`stream` must be true or absent on this path", chatStream.path, [
        { filter: requestMetadata, path: [{ key: "stream" }], value: { presentMatch: true } },
        { ...isStream, invert: true },
      ]),
      ...toModels(chatStream),
      ...refusals(chatStream.path),
    ].map((route) => ({ ...route, typedPerFilterConfig: addStream() })),
    { match: { prefix: "/" }, ...refusal(404, "Unknown request URL: %REQ(:METHOD)% %PATH(NQ:PATH):300%") },
  ];
}

/**
 * A streaming request is answered early and then token by token; any other is silent until it is
 * complete. So they differ in what "no answer yet" means: `firstToken` against `perTry`.
 */
function toModel(operation: Operation, model: LlmModel, pool: Pool, timeouts: Timeouts): readonly Route[] {
  const named = modelIs(model.name);
  const stream = (metadata: readonly MetadataMatcher[]) =>
    toPool(`${model.name}/stream`, operation, metadata, pool, timeouts, "stream");
  if (operation === chatStream) return [stream([named])];
  const unary = toPool(model.name, operation, [named], pool, timeouts, "unary");
  return operation.streams ? [stream([named, isStream]), unary] : [unary];
}

const isStream: MetadataMatcher = {
  filter: requestMetadata,
  path: [{ key: "stream" }],
  value: { boolMatch: true },
};

function modelIs(name: string): MetadataMatcher {
  return { filter: requestMetadata, path: [{ key: "model" }], value: { stringMatch: { exact: name } } };
}

function toPool(
  name: string,
  { path, operation }: Operation,
  metadata: readonly MetadataMatcher[],
  pool: Pool,
  timeouts: Timeouts,
  kind: "stream" | "unary",
): Route {
  const retryable = new Set(pool.endpoints.map((endpoint) => endpoint.priority)).size > 1;
  return {
    name,
    match: { path, dynamicMetadata: metadata },
    metadata: { filterMetadata: { [ownMetadata]: struct({ operation }) } },
    route: {
      cluster: pool.name,
      timeout: duration(timeouts.totalMs),
      // Silence is judged per attempt below; the default here (5 minutes) would cut a long answer short.
      idleTimeout: duration(timeouts.totalMs),
      autoHostRewrite: { value: true },
      retryPolicy: {
        retryOn: "5xx,connect-failure,refused-stream,reset,retriable-status-codes",
        retriableStatusCodes: [429],
        numRetries: { value: pool.retries },
        perTryTimeout: duration(kind === "stream" ? timeouts.firstTokenMs : timeouts.perTryMs),
        ...(kind === "stream" ? { perTryIdleTimeout: duration(timeouts.streamIdleMs) } : {}),
        retryHostPredicate: [previousHosts()],
        hostSelectionRetryMaxAttempts: 5,
        ...(retryable ? { retryPriority: previousPriorities() } : {}),
        retryBackOff: { baseInterval: duration(25), maxInterval: duration(250) },
      },
    },
  };
}

/** A retry goes to an endpoint that has not failed this request yet. */
function previousHosts() {
  return {
    name: "envoy.retry_host_predicates.previous_hosts",
    typedConfig: pack("envoy.extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate", {}),
  };
}

/** After a failed attempt the next one tries the next priority. */
function previousPriorities() {
  return {
    name: "envoy.retry_priorities.previous_priorities",
    typedConfig: pack("envoy.extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig", {
      updateFrequency: 1,
    }),
  };
}

/** What is left of a path after its models; the last one is also the route before the body is read. */
function refusals(path: string): readonly Route[] {
  return [
    refuse(400, "We could not parse the JSON body of your request", path, [modelIs(unparsable)]),
    refuse(404, `The model \`%DYNAMIC_METADATA(${requestMetadata}:model):200%\` does not exist`, path, [
      { filter: requestMetadata, path: [{ key: "model" }], value: { presentMatch: true } },
    ]),
    refuse(400, "You must provide a `model` parameter, a string, in the JSON body of your request", path, []),
  ];
}

function addStream() {
  return {
    [streamFilterName]: pack("envoy.config.route.v3.FilterConfig", {
      config: pack("envoy.extensions.filters.http.lua.v3.LuaPerRoute", {
        sourceCode: { inlineString: addStreamSource },
      }),
    }),
  };
}
