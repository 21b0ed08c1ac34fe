import type { Log } from "../base/log.ts";
import type { XdsObserver } from "../xds/server.ts";
import type { Metrics } from "./metrics.ts";

/** What happens on the streams, as metrics and as log lines for a person. */
export function xdsObserver(metrics: Metrics, log: Log): XdsObserver {
  return {
    onPush: ({ typeUrl }) => metrics.pushed(typeUrl),
    onAck: ({ typeUrl, latencyMs }) => metrics.acked(typeUrl, latencyMs),
    onNack: ({ node, typeUrl, version, message, sources }) => {
      metrics.rejected(typeUrl);
      log.error({ node, typeUrl, version, message, sources }, "an Envoy refused a change");
    },
  };
}
