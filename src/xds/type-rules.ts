import { typeUrl } from "../proto/type-url.ts";
import { resourceKey } from "../snapshot/resource-key.ts";

/** What the protocol makes different about a type. */
export interface TypeRules {
  /** In state of the world every response is everything (xds_protocol.rst "Deleting Resources"). */
  readonly fullState: boolean;
  /** An empty first request asks for everything. */
  readonly legacyWildcard: boolean;
  /** What has left is not taken away from the client: what refers to it does that (X10). */
  readonly neverRemoved: boolean;
  /** On a delta reconnect it is sent again although the client says that it has it (X8). */
  readonly resendOnReconnect: boolean;
  /**
   * State of the world: a heartbeat has the body. Envoy 1.40 leaves resources without one out before it
   * looks at their times to live: clusters and listeners are removed, endpoints and routes are not renewed,
   * and at their end Envoy crashes (seen on the binary, test/e2e/ttl.test.ts).
   */
  readonly heartbeatsHaveBodies: boolean;
  readonly keyOf: (name: string) => string;
}

/**
 * Listeners and clusters, as the protocol says; and scoped routes, of which Envoy drops those that a
 * response leaves out.
 */
const fullState: ReadonlySet<string> = new Set([
  typeUrl.cluster,
  typeUrl.listener,
  typeUrl.scopedRouteConfiguration,
]);

/** Virtual hosts are asked for as requests come: an empty first request means "none yet" (X12). */
const onDemand: ReadonlySet<string> = new Set([typeUrl.virtualHost]);

/** @param userAgentName the client's program (`Node.user_agent_name`) */
export function rulesOf(
  url: string,
  resendOnReconnect: ReadonlySet<string>,
  userAgentName: string,
): TypeRules {
  return {
    fullState: fullState.has(url),
    legacyWildcard: !onDemand.has(url),
    neverRemoved: url === typeUrl.extensionConfig,
    resendOnReconnect: resendOnReconnect.has(url),
    heartbeatsHaveBodies: userAgentName === "envoy",
    keyOf: resourceKey,
  };
}
