import type { MessageTypes } from "../proto/envoy-types.ts";

type Route = MessageTypes["envoy.config.route.v3.Route"];
type MetadataMatcher = MessageTypes["envoy.type.matcher.v3.MetadataMatcher"];
type Answered = Pick<Route, "directResponse" | "responseHeadersToAdd">;

/** A 200 answered by Envoy itself, so that it works while the control plane is away. */
export function answer(body: object): Answered {
  return {
    directResponse: { status: 200, body: { inlineString: `${JSON.stringify(body)}\n` } },
    responseHeadersToAdd: [header("content-type", "application/json")],
  };
}

/** @param message may hold formatter words; `localReplies` makes it JSON */
export function refusal(status: number, message: string): Answered {
  return { directResponse: { status, bodyFormat: { textFormatSource: { inlineString: message } } } };
}

export function refuse(
  status: number,
  message: string,
  path: string,
  dynamicMetadata: readonly MetadataMatcher[],
): Route {
  return { match: { path, dynamicMetadata }, ...refusal(status, message) };
}

/** 405 for every other method on a path, or below it when it ends in a slash. */
export function onlyWith(method: "GET" | "POST", path: string): Route {
  return {
    match: {
      ...(path.endsWith("/") ? { prefix: path } : { path }),
      headers: [{ name: ":method", stringMatch: { exact: method }, invertMatch: true }],
    },
    ...refusal(405, `Not allowed to %REQ(:METHOD)% on ${path}; use ${method}`),
    responseHeadersToAdd: [header("allow", method)],
  };
}

function header(key: string, value: string) {
  return { header: { key, value }, appendAction: "OVERWRITE_IF_EXISTS_OR_ADD" as const };
}
