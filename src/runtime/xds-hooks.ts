import type { Log } from "../base/log.ts";
import type { XdsHooks } from "../xds/hooks.ts";
import type { Metrics } from "./metrics.ts";

/** What happens on the streams, as metrics and as log lines for a person. */
export function xdsHooks(metrics: Metrics, log: Log): XdsHooks {
  return {
    onConnected: ({ node, dialect, connection: { peer } }) =>
      log.info({ node: node.id, cluster: node.cluster, dialect, peer }, "an Envoy has connected"),
    onPush: ({ typeUrl }) => metrics.pushed(typeUrl),
    onAck: ({ typeUrl, latencyMs }) => metrics.acked(typeUrl, latencyMs),
    onNack: ({ node, typeUrl, version, message, resources, sources }) => {
      metrics.rejected(typeUrl);
      log.error(
        { node: node.id, typeUrl, version, message, resources, sources },
        "an Envoy refused a change",
      );
    },
  };
}
