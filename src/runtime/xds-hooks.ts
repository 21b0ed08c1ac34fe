import type { Log } from "../base/log.ts";
import type { Desired } from "../model/desired.ts";
import type { Nacked, XdsHooks } from "../xds/hooks.ts";
import { blame } from "./blame.ts";
import { type Blamed, placeOf } from "./blamed.ts";
import { reasonIn } from "./envoy-words.ts";
import { type KeptRefusals, mostBlamed } from "./kept-refusals.ts";
import type { Metrics } from "./metrics.ts";

interface HookOptions {
  readonly metrics: Metrics;
  readonly log: Log;
  readonly refusals: KeptRefusals;
  readonly desired: () => Desired;
  /** The configuration file, as the operator named it. */
  readonly file: string;
}

/** What happens on the streams, as metrics and as log lines for a person. */
export function xdsHooks({ metrics, log, refusals, desired, file }: HookOptions): XdsHooks {
  return {
    onConnected: ({ node, dialect, connection: { peer } }) =>
      log.info({ node: node.id, cluster: node.cluster, dialect, peer }, "an Envoy has connected"),
    onGone: ({ node }) => refusals.forget(node),
    onPush: ({ typeUrl }) => metrics.pushed(typeUrl),
    onAck: ({ typeUrl, latencyMs }) => metrics.acked(typeUrl, latencyMs),
    onNack: (event) => {
      metrics.rejected(event.typeUrl);
      const blamed = blame(event.refused, event.message, desired());
      refusals.keep(event, blamed);
      const { node, typeUrl, version, message, resources } = event;
      const places = placesOf(blamed.slice(0, mostBlamed), event, desired(), file);
      log.error(
        { node: node.id, typeUrl, version, message, resources, places },
        `an Envoy refused ${listed(places, blamed.length)}: ${reasonIn(message)}`,
      );
    },
  };
}

/** As compilers and editors write them; of what has left the file meanwhile only the name. */
function placesOf(
  blamed: readonly Blamed[],
  { sources, resources }: Nacked,
  desired: Desired,
  file: string,
): readonly string[] {
  const found = blamed.flatMap((one) => placeOf(one, desired) ?? []);
  if (found.length === 0) return sources.length === 0 ? resources : sources;
  return found.map(({ path, line, column }) => `${file}:${line}:${column} ${path}`);
}

function listed(places: readonly string[], count: number): string {
  const [first = "a change", ...others] = places;
  if (others.length === 0) return first;
  const more = count > placesShown ? `, … (${count} in all)` : "";
  return `one or more of ${places.slice(0, placesShown).join(", ")}${more}`;
}

const placesShown = 3;
