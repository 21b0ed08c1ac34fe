import { everyModel } from "../model/client-keys.ts";
import type { Any } from "../proto/any.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { callerMetadata, requestMetadata, unparsable } from "./names.ts";

type Expr = MessageTypes["google.api.expr.v1alpha1.Expr"];
type Principal = MessageTypes["envoy.config.rbac.v3.Principal"];
type ValueMatcher = MessageTypes["envoy.type.matcher.v3.ValueMatcher"];

/**
 * Lets a request pass whose model is in its key's `models`. It compares what the client named with what
 * the key says, so it knows no model by name: it is the same for every configuration and every route,
 * and a route that somebody adds cannot forget it. What it cannot compare (no list, a text in the
 * list's place) it refuses.
 */
export function modelAccess(): Any {
  const { namespace, key } = callerMetadata;
  const every = metadata(namespace, [key, "models"], {
    listMatch: { oneOf: { stringMatch: { exact: everyModel } } },
  });
  return pack("envoy.extensions.filters.http.rbac.v3.RBAC", {
    rules: {
      action: "ALLOW",
      // Envoy tries them in the order of their names; only keys with a list of models reach the expression.
      policies: {
        "1-every-model": { permissions: [{ any: true }], principals: [every] },
        "2-no-model": { permissions: [{ any: true }], principals: withoutModel },
        "3-one-of-its-models": {
          permissions: [{ any: true }],
          principals: [{ any: true }],
          condition: numbered(call("@in", at(requestMetadata, "model"), at(namespace, key, "models"))),
        },
      },
    },
  });
}

/** Requests that name no model (the list of models, or a mistake) have an answer of their own. */
const withoutModel: readonly Principal[] = [
  { notId: metadata(requestMetadata, ["model"], { presentMatch: true }) },
  metadata(requestMetadata, ["model"], { stringMatch: { exact: unparsable } }),
];

function metadata(filter: string, path: readonly string[], value: ValueMatcher): Principal {
  return {
    sourcedMetadata: {
      metadataMatcher: { filter, path: path.map((key) => ({ key })), value },
      metadataSource: "DYNAMIC",
    },
  };
}

/** `metadata.filter_metadata[first][second]…` in the Common Expression Language, which Envoy takes parsed. */
function at(...path: readonly string[]): Expr {
  const all: Expr = {
    selectExpr: { operand: { identExpr: { name: "metadata" } }, field: "filter_metadata" },
  };
  return path.reduce((inner, key) => call("_[_]", inner, { constExpr: { stringValue: key } }), all);
}

function call(name: string, ...args: readonly Expr[]): Expr {
  return { callExpr: { function: name, args } };
}

/** Every part of an expression has an id of its own. */
function numbered(expr: Expr): Expr {
  let last = 0;
  const number = (part: Expr): Expr => {
    last += 1;
    const id = last;
    const { callExpr, selectExpr } = part;
    if (callExpr !== undefined) return { id, callExpr: { ...callExpr, args: callExpr.args?.map(number) } };
    if (selectExpr?.operand !== undefined)
      return { id, selectExpr: { ...selectExpr, operand: number(selectExpr.operand) } };
    return { id, ...part };
  };
  return number(expr);
}
