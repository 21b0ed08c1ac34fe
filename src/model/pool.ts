import type { BackendTls } from "./backend-tls.ts";
import type { HealthCheck } from "./health-check.ts";

declare const endpointId: unique symbol;
/** Names one endpoint in the whole configuration: given in YAML, or `<pool>-<n>` counted from 1. */
export type EndpointId = string & { readonly [endpointId]: true };

/** Backends that serve the same thing, and how to spread requests over them. Becomes one Envoy cluster. */
export interface Pool {
  readonly name: string;
  readonly strategy: Strategy;
  readonly protocol: Protocol;
  readonly healthCheck: HealthCheck;
  /** In the order of the file; never empty. */
  readonly endpoints: readonly Endpoint[];
  /** Attempts after the first, on other endpoints; 0 to 10. */
  readonly retries: number;
  /** Undefined where `circuitBreaker.maxRetries` says it. */
  readonly retryBudget: RetryBudget | undefined;
  /**
   * Envoy's healthy panic threshold in percent: below this share of healthy endpoints Envoy ignores
   * health and uses all of them. 0 never does: when all are unhealthy the client gets 503.
   */
  readonly panicThreshold: number;
  readonly circuitBreaker: CircuitBreaker;
  /** Place in the operator's file, to lead a refusal by Envoy back to its cause. */
  readonly source: Source;
}

export type Strategy = "roundRobin" | "weighted" | "leastRequest";

/**
 * HTTP version of all endpoints. `auto` lets https endpoints choose, and is HTTP/1.1 where one is plain http;
 * `http2` is spoken to plain http endpoints without asking.
 */
type Protocol = "auto" | "http1" | "http2";

/** Retries that may be under way at once, per Envoy: the larger of the two. */
interface RetryBudget {
  /** Of all that is under way, retries included; 0 to 100. */
  readonly percent: number;
  readonly minimum: number;
}

/** Envoy's circuit breaker thresholds, per Envoy and pool. */
interface CircuitBreaker {
  readonly maxConnections: number;
  readonly maxPendingRequests: number;
  readonly maxRequests: number;
  /** Undefined where a budget says it. */
  readonly maxRetries: number | undefined;
}

export interface Endpoint {
  readonly id: EndpointId;
  readonly url: EndpointUrl;
  /** How it is spoken to when its URL is https. */
  readonly tls: BackendTls;
  /** Name of the provider whose credential is used; undefined sends none. */
  readonly provider: string | undefined;
  /** 1 to 1,000,000; the share is weight / sum of weights in the same priority. */
  readonly weight: number;
  /** 0 is used first; 1 only when no endpoint of priority 0 is usable, and so on. */
  readonly priority: number;
  readonly source: Source;
}

/** Stands for the API's `/v1`: a request for `/v1/chat/completions` goes to `<url>/chat/completions`. */
export interface EndpointUrl {
  readonly scheme: "http" | "https";
  /** Host name or literal address, without brackets, lower case. */
  readonly host: string;
  readonly port: number;
  /** "" or "/…" without a slash at the end. */
  readonly path: string;
}

export interface Source {
  /** As in `pools.gpt-4.1.endpoints[1]`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** `scheme://host:port`, the port always written, IPv6 in brackets: one keep-alive pool per origin. */
export function originOf(url: EndpointUrl): string {
  const host = url.host.includes(":") ? `[${url.host}]` : url.host;
  return `${url.scheme}://${host}:${url.port}`;
}
