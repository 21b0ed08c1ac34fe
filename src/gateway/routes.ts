import type { Desired, LlmModel, Timeouts } from "../model/desired.ts";
import type { Pool } from "../model/pool.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { duration, struct } from "../proto/well-known.ts";
import { addStreamSource } from "./add-stream.ts";
import { openToAll } from "./client-auth.ts";
import { ownMetadata, requestMetadata, streamFilterName, unparsable } from "./names.ts";
import { ownModels } from "./own-models.ts";
import { retryPolicy, silenceTimeoutMs } from "./retry-policy.ts";

type Route = MessageTypes["envoy.config.route.v3.Route"];
type MetadataMatcher = MessageTypes["envoy.type.matcher.v3.MetadataMatcher"];

const chat = "/v1/chat/completions";
const chatStream = "/v1/chat/completions/stream";

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
  const list = modelList(served.map(({ model }) => model));
  const all: readonly Route[] = [
    {
      match: { path: "/health" },
      ...answer({ status: "ok" }),
      ...(desired.clientKeys.required ? { typedPerFilterConfig: openToAll() } : {}),
    },
    onlyWith("GET", "/v1/models"),
    {
      match: { path: "/v1/models" },
      ...answer(list),
      ...(desired.clientKeys.required ? ownModels(list.data) : {}),
    },
    onlyWith("POST", chat),
    ...served.flatMap(({ model, pool }) => [
      toPool(
        `${model.name}/stream`,
        chat,
        [modelIs(model.name), isStream],
        pool,
        desired.gateway.timeouts,
        "stream",
      ),
      toPool(model.name, chat, [modelIs(model.name)], pool, desired.gateway.timeouts, "unary"),
    ]),
    ...refusals(chat),
    onlyWith("POST", chatStream),
    refuse(400, "`stream` must be true or absent on this path", chatStream, [
      { filter: requestMetadata, path: [{ key: "stream" }], value: { presentMatch: true } },
      { ...isStream, invert: true },
    ]),
    ...served.map(({ model, pool }) =>
      toPool(
        `${model.name}/stream`,
        chatStream,
        [modelIs(model.name)],
        pool,
        desired.gateway.timeouts,
        "stream",
      ),
    ),
    ...refusals(chatStream),
    {
      match: { prefix: "/" },
      directResponse: { status: 404, ...text("Unknown request URL: %REQ(:METHOD)% %PATH(NQ:ORIG)%") },
    },
  ];
  return all.map((route) =>
    route.match?.path === chatStream ? { ...route, typedPerFilterConfig: addStream() } : route,
  );
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
  path: string,
  metadata: readonly MetadataMatcher[],
  pool: Pool,
  timeouts: Timeouts,
  kind: "stream" | "unary",
): Route {
  return {
    name,
    match: { path, dynamicMetadata: metadata },
    metadata: { filterMetadata: { [ownMetadata]: struct({ operation: "/chat/completions" }) } },
    route: {
      cluster: pool.name,
      timeout: duration(timeouts.totalMs),
      idleTimeout: duration(silenceTimeoutMs(timeouts, kind)),
      autoHostRewrite: { value: true },
      retryPolicy: retryPolicy(pool, timeouts, kind),
    },
  };
}

/** What is left of a path after its models; the last one is also the route before the body is read. */
function refusals(path: string): readonly Route[] {
  return [
    refuse(
      400,
      `We could not parse the JSON body of your request: %DYNAMIC_METADATA(${requestMetadata}:problem)%`,
      path,
      [modelIs(unparsable)],
    ),
    refuse(404, `The model \`%DYNAMIC_METADATA(${requestMetadata}:model):200%\` does not exist`, path, [
      { filter: requestMetadata, path: [{ key: "model" }], value: { presentMatch: true } },
    ]),
    refuse(400, "You must provide a `model` parameter, a string, in the JSON body of your request", path, []),
  ];
}

function refuse(
  status: number,
  message: string,
  path: string,
  dynamicMetadata: readonly MetadataMatcher[],
): Route {
  return { match: { path, dynamicMetadata }, directResponse: { status, ...text(message) } };
}

function onlyWith(method: "GET" | "POST", path: string): Route {
  return {
    match: { path, headers: [{ name: ":method", stringMatch: { exact: method }, invertMatch: true }] },
    directResponse: { status: 405, ...text(`Not allowed to %REQ(:METHOD)% on ${path}; use ${method}`) },
    responseHeadersToAdd: [header("allow", method)],
  };
}

/** Plain text with formatter words; `localReplies` makes it JSON. */
function text(inlineString: string) {
  return { bodyFormat: { textFormatSource: { inlineString } } };
}

/** A 200 answered by Envoy itself, so that it works while the control plane is away. */
function answer(body: object) {
  return {
    directResponse: { status: 200, body: { inlineString: `${JSON.stringify(body)}\n` } },
    responseHeadersToAdd: [header("content-type", "application/json")],
  };
}

function header(key: string, value: string) {
  return { header: { key, value }, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" as const };
}

function modelList(models: readonly LlmModel[]) {
  return {
    object: "list",
    data: models.map(({ name }) => ({ id: name, object: "model", created: 0, owned_by: "fairlead" })),
  };
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
