import type { Desired } from "../model/desired.ts";
import { chainName, type LlmModel, type RoutingRule } from "../model/llm-model.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { duration, struct } from "../proto/well-known.ts";
import { openToAll } from "./client-auth.ts";
import { answer, onlyWith, refusal, refuse } from "./direct-answers.ts";
import { headerIs, isPattern, modelIs, mostSpecificFirst } from "./model-match.ts";
import { modelPages } from "./model-pages.ts";
import { ownMetadata, requestMetadata, streamFilterName, unparsable } from "./names.ts";
import { chatStream, type Operation, operations } from "./operations.ts";
import { renaming } from "./rename-model.ts";
import { retryPolicy, silenceTimeoutMs } from "./retry-policy.ts";

type Route = MessageTypes["envoy.config.route.v3.Route"];
type MetadataMatcher = MessageTypes["envoy.type.matcher.v3.MetadataMatcher"];

/**
 * All routes of the gateway, in the order in which Envoy tries them. A request is routed twice: once
 * before its body is read, when it falls through to the last route of its path, and once after, when
 * its metadata says the model.
 */
export function routes(desired: Desired): readonly Route[] {
  const models = mostSpecificFirst(desired.models.values());
  const toModels = (operation: Operation) => models.flatMap((model) => toModel(operation, model, desired));
  const listed = [...desired.models.keys()].filter((name) => !isPattern(name));
  return [
    {
      match: { path: "/health" },
      ...answer({ status: "ok" }),
      ...(desired.clientKeys.required ? { typedPerFilterConfig: openToAll() } : {}),
    },
    ...modelPages(listed, desired.clientKeys.required),
    ...operations.flatMap((operation) => [
      onlyWith("POST", operation.path),
      unparsed(operation.path),
      ...toModels(operation),
      ...refusals(operation.path),
    ]),
    ...[
      onlyWith("POST", chatStream.path),
      refuse(400, "`stream` must be true or absent on this path", chatStream.path, [
        { filter: requestMetadata, path: [{ key: "stream" }], value: { presentMatch: true } },
        { ...isStream, invert: true },
      ]),
      unparsed(chatStream.path),
      ...toModels(chatStream),
      ...refusals(chatStream.path),
    ].map((route) => ({ ...route, typedPerFilterConfig: { ...route.typedPerFilterConfig, ...addStream() } })),
    { match: { prefix: "/" }, ...refusal(404, "Unknown request URL: %REQ(:METHOD)% %PATH(NQ:PATH):300%") },
  ];
}

/**
 * A streaming request is answered early and then token by token; any other is silent until it is
 * complete. So they differ in what "no answer yet" means: `firstToken` against `perTry`.
 */
function toModel(operation: Operation, model: LlmModel, desired: Desired): readonly Route[] {
  return model.rules.flatMap((rule) => {
    const unary = toPools(operation, model, rule, desired, "unary");
    const stream = toPools(operation, model, rule, desired, "stream");
    if (operation === chatStream) return [stream];
    return operation.streams ? [whenStream(stream), unary] : [unary];
  });
}

const isStream: MetadataMatcher = {
  filter: requestMetadata,
  path: [{ key: "stream" }],
  value: { boolMatch: true },
};

function whenStream(route: Route): Route {
  return {
    ...route,
    match: { ...route.match, dynamicMetadata: [...(route.match?.dynamicMetadata ?? []), isStream] },
  };
}

function toPools(
  { path, operation }: Operation,
  model: LlmModel,
  rule: RoutingRule,
  desired: Desired,
  kind: "stream" | "unary",
): Route {
  const { timeouts } = desired.gateway;
  const chains = rule.choices.map(({ chain }) => chain.flatMap(({ pool }) => desired.pools.get(pool) ?? []));
  const renamed = renaming(model.name, rule);
  return {
    name: kind === "stream" ? `${model.name}/stream` : model.name,
    match: {
      path,
      ...(rule.headers.length === 0 ? {} : { headers: rule.headers.map(headerIs) }),
      dynamicMetadata: [modelIs(model.name)],
    },
    metadata: { filterMetadata: { [ownMetadata]: struct({ operation }) } },
    ...(renamed === undefined ? {} : { typedPerFilterConfig: renamed }),
    route: {
      ...clustersOf(rule),
      timeout: duration(timeouts.totalMs),
      idleTimeout: duration(silenceTimeoutMs(timeouts, kind)),
      autoHostRewrite: { value: true },
      retryPolicy: retryPolicy(chains, timeouts, kind),
    },
  };
}

function clustersOf({ choices }: RoutingRule): NonNullable<Route["route"]> {
  const [first, ...others] = choices;
  if (first !== undefined && others.length === 0) return { cluster: chainName(first.chain) };
  return {
    weightedClusters: {
      clusters: choices.map(({ chain, weight }) => ({ name: chainName(chain), weight: { value: weight } })),
    },
  };
}

/** Before the models, one of which may be a lone star. */
function unparsed(path: string): Route {
  return refuse(
    400,
    `We could not parse the JSON body of your request: %DYNAMIC_METADATA(${requestMetadata}:problem)%`,
    path,
    [modelIs(unparsable)],
  );
}

/** What is left of a path after its models; the last one is also the route before the body is read. */
function refusals(path: string): readonly Route[] {
  return [
    refuse(404, `The model \`%DYNAMIC_METADATA(${requestMetadata}:model):200%\` does not exist`, path, [
      { filter: requestMetadata, path: [{ key: "model" }], value: { presentMatch: true } },
    ]),
    refuse(400, "You must provide a `model` parameter, a string, in the JSON body of your request", path, []),
  ];
}

/** Any configuration of a filter that is off turns it on. */
function addStream() {
  return {
    [streamFilterName]: pack("envoy.extensions.filters.http.lua.v3.LuaPerRoute", {
      filterContext: struct({}),
    }),
  };
}
