import type { Source } from "./pool.ts";

/** What a client names in `model`, and where that leads; members and aliases are followed to their pools already. */
export interface LlmModel {
  /** With one `*` it stands for every name that fits and is not a model itself. */
  readonly name: string;
  /** The first whose headers fit; the last one fits every request. Never empty. */
  readonly rules: readonly RoutingRule[];
  /** US dollars per million tokens; undefined is "unpriced", which is not the same as 0. */
  readonly price: { readonly input: number; readonly output: number } | undefined;
  /** The pool's, when that is the model. */
  readonly source: Source;
}

export interface RoutingRule {
  /** All of them must fit. */
  readonly headers: readonly HeaderCondition[];
  /** One is chosen per request by weight. Never empty. */
  readonly choices: readonly RoutingChoice[];
}

export interface HeaderCondition {
  /** Lower case. */
  readonly name: string;
  /** `*` stands for any run of characters; "*" alone for any value. */
  readonly value: string;
}

export interface RoutingChoice {
  /** 1 or more; the share is weight / sum of weights. */
  readonly weight: number;
  /** The next is used when those before it have no healthy endpoint, or failed this request. No pool is there twice. */
  readonly chain: readonly Target[];
}

export interface Target {
  readonly pool: string;
  /**
   * What the backend reads in the body's `model`; undefined is what the client wrote. A `*` in it, which only
   * models with a `*` in their names have, stands for what the name's stood for.
   */
  readonly upstreamModel: string | undefined;
}

/** Every request to one pool, with the client's own name of the model. */
export function straightTo(pool: string): readonly RoutingRule[] {
  return [{ headers: [], choices: [{ weight: 1, chain: [{ pool, upstreamModel: undefined }] }] }];
}

/** Every chain of a model, each once. */
export function chainsOf(model: LlmModel): readonly (readonly Target[])[] {
  return model.rules.flatMap(({ choices }) => choices.map(({ chain }) => chain));
}

/** Every pool that requests for a model may reach. */
export function poolsOf(model: LlmModel): ReadonlySet<string> {
  return new Set(chainsOf(model).flatMap((chain) => chain.map(({ pool }) => pool)));
}

/**
 * What the cluster of a chain of several pools is called; that of one pool has the pool's name. The pools' names
 * with commas between them, and those within escaped.
 */
export function chainName(chain: readonly Target[]): string {
  const [only, ...others] = chain;
  if (only !== undefined && others.length === 0) return only.pool;
  return chain.map(({ pool }) => pool.replace(/[%,]/g, encodeURIComponent)).join(",");
}

/** The pools of a cluster, by its name. */
export function poolsIn(cluster: string): readonly string[] {
  const parts = cluster.split(",");
  // A pool's own cluster has its name as it is, commas and all.
  return parts.length === 1
    ? [cluster]
    : [cluster, ...parts.map((part) => part.replaceAll("%2C", ",").replaceAll("%25", "%"))];
}
