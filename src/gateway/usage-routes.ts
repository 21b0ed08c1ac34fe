import type { Desired } from "../model/desired.ts";
import { poolsIn } from "../model/llm-model.ts";
import type { Provider } from "../model/provider.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { requestMetadata, streamUsageFilterName, usageFilterName } from "./names.ts";
import { asksForUsage } from "./stream-usage.ts";

type Route = MessageTypes["envoy.config.route.v3.Route"];

const protocols = { anthropic: "ANTHROPIC_MESSAGES", gemini: "GEMINI_GENERATE_CONTENT" } as const;

/**
 * The route, with word of how its backends tell their tokens, where that is not OpenAI's way, and of whether
 * they are asked for them. Endpoints of one pool answer in one form: a provider that has another word than
 * the rest speaks for all.
 */
export function withUsageOf(route: Route, desired: Desired): Route {
  const providers = providersOf(route, desired);
  const dialect = providers.flatMap(({ usage }) => usage ?? []).find((usage) => usage !== "openai");
  const asked =
    isOfStreams(route) &&
    providers.every(({ usage = "openai", streamUsage = usage === "openai" }) => streamUsage);
  if (dialect === undefined && !asked) return route;
  return {
    ...route,
    typedPerFilterConfig: {
      ...route.typedPerFilterConfig,
      ...(dialect === undefined
        ? {}
        : {
            [usageFilterName]: pack(
              "envoy.extensions.filters.http.ai_protocol_manager.v3.AiProtocolManagerPerRoute",
              { response: { llmProtocol: protocols[dialect] } },
            ),
          }),
      ...(asked ? { [streamUsageFilterName]: asksForUsage() } : {}),
    },
  };
}

/** Routes to a pool that only streaming requests take: by the body, or by the path that means it. */
function isOfStreams({ route, match }: Route): boolean {
  const byBody = match?.dynamicMetadata?.some(
    ({ filter, path, value, invert }) =>
      filter === requestMetadata &&
      path?.[0]?.key === "stream" &&
      value?.boolMatch === true &&
      invert !== true,
  );
  return route !== undefined && (byBody === true || match?.path?.endsWith("/stream") === true);
}

function providersOf({ route = {} }: Route, { pools, providers }: Desired): readonly Provider[] {
  const names = [route.cluster, ...(route.weightedClusters?.clusters ?? []).map(({ name }) => name)];
  return names
    .flatMap((name) => poolsIn(name ?? ""))
    .flatMap((name) => pools.get(name)?.endpoints ?? [])
    .flatMap(({ provider }) => providers.get(provider ?? "") ?? []);
}
