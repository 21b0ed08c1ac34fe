import type { EndpointId } from "../model/pool.ts";
import type { TokenUsage } from "./token-usage.ts";

/** Something that was seen, at a time, without a judgement on it. Times in ms since the epoch. */
export type Fact =
  | RequestFinished
  | AttemptFailed
  | {
      /** The backend answered the check completely and in time, whatever it said. */
      readonly kind: "probe-answered";
      readonly endpoint: EndpointId;
      readonly atMs: number;
      readonly status: number;
      readonly latencyMs: number;
    }
  | {
      /** No usable answer: refused, hung, redirected, endless, TLS. `reason` is for a person. */
      readonly kind: "probe-failed";
      readonly endpoint: EndpointId;
      readonly atMs: number;
      readonly reason: string;
    }
  | {
      /** What one Envoy sent to the endpoint since it last reported; the fleet's reports add up. */
      readonly kind: "load-reported";
      readonly endpoint: EndpointId;
      readonly atMs: number;
      readonly issued: number;
      /** Answers below 500, and those of 500 and more, resets and timeouts. */
      readonly succeeded: number;
      readonly failed: number;
    }
  | {
      readonly kind: "host-resolved";
      readonly host: string;
      readonly atMs: number;
      /** Literal IP addresses, at least one, sorted. */
      readonly addresses: readonly string[];
    }
  | {
      readonly kind: "host-not-resolved";
      readonly host: string;
      readonly atMs: number;
      readonly reason: string;
    };

/** A client's request is over, whatever became of it. */
export interface RequestFinished {
  readonly kind: "request-finished";
  /** The endpoint that was asked last; undefined when there was none to ask. */
  readonly endpoint: EndpointId | undefined;
  readonly pool: string;
  /** As configured: a name that nobody configured is never in a fact. */
  readonly model: string;
  /** When it was told, by our own clock. */
  readonly atMs: number;
  /** What the client got; 0 when it got nothing. */
  readonly status: number;
  /** `left`: the client did not wait for the end. */
  readonly outcome: "answered" | "failed" | "left";
  /** Endpoints asked, one after the other; 0 when none was. */
  readonly attempts: number;
  readonly streamed: boolean;
  /** Of the last attempt: from the request sent to the first byte of the answer, and to its last. */
  readonly firstByteMs: number;
  readonly responseMs: number;
  /** All attempts together, as the client saw it. */
  readonly durationMs: number;
  /** Of the bodies, as they were between client and Envoy. */
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** As the backend told; undefined when it told nothing. */
  readonly usage: TokenUsage | undefined;
}

/** An endpoint did not answer one attempt, or with status 429, 500 or more; another one may have. */
export interface AttemptFailed {
  readonly kind: "attempt-failed";
  readonly endpoint: EndpointId;
  readonly atMs: number;
  /** 0 without an answer; 200 when the answer broke off. */
  readonly status: number;
  /** How long the endpoint asked to be left alone; undefined when it did not. */
  readonly retryAfterMs: number | undefined;
}
