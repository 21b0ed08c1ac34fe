import type { Desired } from "../model/desired.ts";
import type { Pool } from "../model/pool.ts";
import type { UsageDialect } from "../model/provider.ts";
import { pack } from "../proto/codec.ts";
import type { MessageTypes } from "../proto/envoy-types.ts";
import { usageFilterName } from "./names.ts";

type Route = MessageTypes["envoy.config.route.v3.Route"];

const protocols = { anthropic: "ANTHROPIC_MESSAGES", gemini: "GEMINI_GENERATE_CONTENT" } as const;

/**
 * The route, with word of how its backends tell their tokens, when that is not OpenAI's way. Endpoints of one
 * pool all answer in one form, so the first one that has a provider with another word decides.
 */
export function withUsageDialect(route: Route, desired: Desired): Route {
  const { cluster, weightedClusters } = route.route ?? {};
  const names = [cluster, ...(weightedClusters?.clusters ?? []).map(({ name }) => name)];
  const dialect = names
    .flatMap((name) => (name === undefined ? [] : (desired.pools.get(name) ?? [])))
    .flatMap((pool) => dialectsOf(pool, desired.providers))
    .find((one) => one !== "openai");
  if (dialect === undefined) return route;
  return {
    ...route,
    typedPerFilterConfig: {
      ...route.typedPerFilterConfig,
      [usageFilterName]: pack(
        "envoy.extensions.filters.http.ai_protocol_manager.v3.AiProtocolManagerPerRoute",
        { response: { llmProtocol: protocols[dialect] } },
      ),
    },
  };
}

function dialectsOf({ endpoints }: Pool, providers: Desired["providers"]): readonly UsageDialect[] {
  return endpoints.flatMap(({ provider }) =>
    provider === undefined ? [] : (providers.get(provider)?.usage ?? []),
  );
}
