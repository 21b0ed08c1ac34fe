import type { Desired } from "./desired.ts";
import { poolsOf } from "./llm-model.ts";
import type { NodeGroup } from "./node-group.ts";

/**
 * What of the file a group of nodes is to know: its models, the pools that these use, the providers that those
 * use. What is kept is the same objects.
 */
export function narrowed(desired: Desired, { models: named }: Pick<NodeGroup, "models">): Desired {
  const wanted = named === undefined ? undefined : new Set(named);
  const models = kept(desired.models, ({ name }) => wanted === undefined || wanted.has(name));
  const poolNames = new Set([...models.values()].flatMap((model) => [...poolsOf(model)]));
  const pools = kept(desired.pools, ({ name }) => poolNames.has(name));
  const endpoints = [...pools.values()].flatMap((pool) => pool.endpoints);
  const providerNames = new Set(endpoints.map(({ provider }) => provider));
  return {
    ...desired,
    models,
    pools,
    providers: kept(desired.providers, ({ name }) => providerNames.has(name)),
  };
}

function kept<T>(all: ReadonlyMap<string, T>, keep: (one: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...all].filter(([, one]) => keep(one)));
}
