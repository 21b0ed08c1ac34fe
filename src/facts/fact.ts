import type { EndpointId } from "../model/pool.ts";

/** Something that was seen, at a time, without a judgement on it. Times in ms since the epoch. */
export type Fact =
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
