import type { EndpointId } from "../model/pool.ts";
import { estimateOf } from "./estimate.ts";
import type { AttemptFailed, RequestFinished } from "./fact.ts";
import { noValues, type RecentMean, withValue } from "./recent-mean.ts";
import { noTokens, sumOf, type TokenUsage } from "./token-usage.ts";

/** What requests showed, over the whole fleet, since the control plane started. */
export interface Traffic {
  readonly endpoints: ReadonlyMap<EndpointId, EndpointTraffic>;
  /** By the model that the client named; only configured ones are in it. */
  readonly models: ReadonlyMap<string, ModelTraffic>;
  /** Requests for which no endpoint was found, by pool, as `EndpointTraffic.requests`. */
  readonly unreached: ReadonlyMap<string, Counts>;
}

/** How many of each status; see `statusLabel`. */
export type Counts = ReadonlyMap<string, number>;

interface EndpointTraffic {
  /** Requests that ended at this endpoint. */
  readonly requests: Counts;
  /** Attempts that failed here, whether or not another endpoint then answered. */
  readonly failedAttempts: Counts;
  readonly tokens: TokenUsage;
  /** 1 for an attempt that was answered, 0 for one that failed. */
  readonly successes: RecentMean;
  /** From the request sent to the answer complete, of answered attempts, in ms. */
  readonly responseMs: RecentMean;
  /** From the request sent to the first byte of the answer, in ms. */
  readonly firstByteMs: RecentMean;
}

export interface ModelTraffic {
  readonly requests: number;
  /** As backends told. */
  readonly tokens: TokenUsage;
  /** Tokens of answers whose backend told nothing, see `estimateOf`; and how many answers these were. */
  readonly estimated: TokenUsage;
  readonly estimates: number;
  /** Bytes on the wire for each token, learnt from answers with a usage. */
  readonly bytesPerPromptToken: RecentMean;
  readonly bytesPerStreamedToken: RecentMean;
}

export const noTraffic: Traffic = { endpoints: new Map(), models: new Map(), unreached: new Map() };

const quietEndpoint: EndpointTraffic = {
  requests: new Map(),
  failedAttempts: new Map(),
  tokens: noTokens,
  successes: noValues,
  responseMs: noValues,
  firstByteMs: noValues,
};

const quietModel: ModelTraffic = {
  requests: 0,
  tokens: noTokens,
  estimated: noTokens,
  estimates: 0,
  bytesPerPromptToken: noValues,
  bytesPerStreamedToken: noValues,
};

/** The fold of one batch; gives `before` itself when no fact is about requests. */
export function observeTraffic(
  before: Traffic,
  facts: readonly (RequestFinished | AttemptFailed)[],
): Traffic {
  if (facts.length === 0) return before;
  const endpoints = new Map(before.endpoints);
  const models = new Map(before.models);
  const unreached = new Map(before.unreached);
  for (const fact of facts) {
    if (fact.kind === "attempt-failed") {
      endpoints.set(fact.endpoint, attempted(endpoints.get(fact.endpoint) ?? quietEndpoint, fact));
      continue;
    }
    const model = models.get(fact.model) ?? quietModel;
    const tokens = fact.usage ?? estimateOf(fact, model);
    models.set(fact.model, served(model, fact, tokens));
    if (fact.endpoint === undefined)
      unreached.set(fact.pool, counted(unreached.get(fact.pool) ?? new Map(), fact.status));
    else endpoints.set(fact.endpoint, answered(endpoints.get(fact.endpoint) ?? quietEndpoint, fact, tokens));
  }
  return { endpoints, models, unreached };
}

function attempted(before: EndpointTraffic, { status }: AttemptFailed): EndpointTraffic {
  return {
    ...before,
    failedAttempts: counted(before.failedAttempts, status),
    successes: withValue(before.successes, 0),
  };
}

/** What failed is told by its attempt; who left before the end says nothing of the endpoint. */
function answered(
  before: EndpointTraffic,
  fact: RequestFinished,
  tokens: TokenUsage | undefined,
): EndpointTraffic {
  const after = {
    ...before,
    requests: counted(before.requests, fact.status),
    tokens: sumOf(before.tokens, tokens ?? noTokens),
  };
  if (fact.outcome !== "answered") return after;
  return {
    ...after,
    successes: withValue(before.successes, 1),
    responseMs: withValue(before.responseMs, fact.responseMs),
    firstByteMs: withValue(before.firstByteMs, fact.firstByteMs),
  };
}

function served(before: ModelTraffic, fact: RequestFinished, tokens: TokenUsage | undefined): ModelTraffic {
  const { usage } = fact;
  const told = usage !== undefined;
  return {
    requests: before.requests + 1,
    tokens: sumOf(before.tokens, usage ?? noTokens),
    estimated: sumOf(before.estimated, told ? noTokens : (tokens ?? noTokens)),
    estimates: before.estimates + (told || tokens === undefined ? 0 : 1),
    bytesPerPromptToken:
      told && usage.prompt > 0
        ? withValue(before.bytesPerPromptToken, fact.requestBytes / usage.prompt)
        : before.bytesPerPromptToken,
    bytesPerStreamedToken:
      told && fact.streamed && fact.outcome === "answered" && usage.completion > 0
        ? withValue(before.bytesPerStreamedToken, fact.responseBytes / usage.completion)
        : before.bytesPerStreamedToken,
  };
}

function counted(before: Counts, status: number): Counts {
  const label = statusLabel(status);
  return new Map(before).set(label, (before.get(label) ?? 0) + 1);
}

const told = new Set([200, 400, 401, 403, 404, 408, 413, 422, 429, 500, 502, 503, 504, 529]);

/** A backend may answer with any number; the usual ones stand for themselves, the others for their class. */
function statusLabel(status: number): string {
  if (told.has(status)) return `${status}`;
  return status >= 100 && status <= 599 ? `${Math.floor(status / 100)}xx` : "none";
}
