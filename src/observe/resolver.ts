import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Fact } from "../facts/fact.ts";
import { type Dns, lookUpName, type NameAnswer, systemDns } from "./name-lookup.ts";

export interface ResolverOptions {
  readonly report: (fact: Fact) => void;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 to 1; `Math.random` by default. */
  readonly random?: () => number;
  readonly dns?: Dns;
}

export interface NameResolver {
  /** Takes the whole desired set of host names; literal addresses are not names. New ones are asked at once. */
  watch(hosts: readonly string[]): void;
  /** Nothing is reported afterwards. */
  close(): void;
}

/** However short or long a name server says: not busier than this, and not blinder. */
const shortestMs = 5_000;
const longestMs = 300_000;
const jitter = 0.1;

/** After a failure: 1 s, 2 s, 4 s … 30 s. */
const firstRetryMs = 1_000;
const lastRetryMs = 30_000;

/** A look-up that says nothing for so long counts as failed. */
const patienceMs = 15_000;

/**
 * Keeps asking what the host names stand for, each in the rhythm of its TTL. Reports only what is new:
 * another set of addresses, a failure, or its end. Keeping the last good answer is the fold's part.
 */
export function startResolver(options: ResolverOptions): NameResolver {
  const dns = options.dns ?? systemDns();
  const watched = new Map<string, () => void>();
  return {
    watch(hosts) {
      const desired = new Set(hosts);
      for (const [host, stop] of watched) {
        if (desired.has(host)) continue;
        stop();
        watched.delete(host);
      }
      for (const host of desired) {
        if (!watched.has(host)) watched.set(host, follow(host, dns, options));
      }
    },
    close() {
      for (const stop of watched.values()) stop();
      watched.clear();
    },
  };
}

/** Asks for one name again and again; returns what stops it. */
function follow(
  host: string,
  dns: Dns,
  { report, clock, log, random = Math.random }: ResolverOptions,
): () => void {
  let reported = "";
  let failures = 0;
  let cancel = () => {};
  let question = 0;

  const ask = () => {
    question += 1;
    const asked = question;
    const once = (then: () => void) => {
      if (asked !== question) return;
      question += 1;
      cancel();
      then();
    };
    cancel = clock.schedule(patienceMs, () => once(() => failed("the look-up does not end")));
    lookUpName(dns, host).then(
      (answer) => once(() => (answer.addresses.length > 0 ? resolved(answer) : failed("no address"))),
      (error: unknown) => once(() => failed(error instanceof Error ? error.message : "the look-up failed")),
    );
  };

  const resolved = ({ addresses, ttlSeconds }: NameAnswer) => {
    failures = 0;
    again(Math.min(Math.max(ttlSeconds * 1_000, shortestMs), longestMs));
    if (reported === addresses.join()) return;
    reported = addresses.join();
    report({ kind: "host-resolved", host, atMs: clock.nowMs(), addresses });
  };

  const failed = (reason: string) => {
    again(Math.min(firstRetryMs * 2 ** failures, lastRetryMs));
    failures += 1;
    if (reported === `failed: ${reason}`) return;
    reported = `failed: ${reason}`;
    log.warn({ host, reason }, "a host name does not resolve; its last known addresses stay in use");
    report({ kind: "host-not-resolved", host, atMs: clock.nowMs(), reason });
  };

  const again = (delayMs: number) => {
    cancel = clock.schedule(delayMs * (1 - jitter + 2 * jitter * random()), ask);
  };

  ask();
  return () => {
    question = Number.POSITIVE_INFINITY;
    cancel();
  };
}
