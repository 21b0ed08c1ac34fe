import { isIP } from "node:net";
import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Fact } from "../facts/fact.ts";
import { variantOf } from "../model/backend-tls.ts";
import { type EndpointId, originOf } from "../model/pool.ts";
import { Origin } from "./origin.ts";
import { pacerOf } from "./pacer.ts";
import { type Outcome, probe } from "./probe.ts";
import { type ProbeTarget, sameTarget } from "./probe-target.ts";
import { trustKeeper } from "./trust.ts";

export interface ProberOptions {
  readonly report: (fact: Fact) => void;
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** Addresses of a host name; none as long as none are known. Without this the operating system is asked. */
  readonly addressesOf?: (host: string) => readonly string[];
  readonly log: Log;
}

export interface Prober {
  /** Takes the whole desired set: new and changed targets are probed at once, unchanged ones keep their rhythm. */
  watch(targets: readonly ProbeTarget[]): void;
  /** Ends every probe and connection; nothing is reported afterwards. */
  close(): Promise<void>;
}

/** Checks every target in its own rhythm and reports what it saw; what that means is judged elsewhere. */
export function startProber(options: ProberOptions): Prober {
  const { clock } = options;
  const trust = trustKeeper();
  const pace = pacerOf(clock);
  const origins = new Map<string, { readonly origin: Origin; users: number }>();
  const watched = new Map<EndpointId, { readonly target: ProbeTarget; readonly stop: () => void }>();
  const closing = new Set<Promise<void>>();

  const start = (target: ProbeTarget) => {
    const key = connectionKey(target);
    const shared = origins.get(key) ?? { origin: new Origin(originOptions(target)), users: 0 };
    origins.set(key, shared);
    shared.users += 1;
    const stopRhythm = startRhythm(target, shared.origin, pace, options);
    const stop = () => {
      stopRhythm();
      shared.users -= 1;
      if (shared.users > 0) return;
      origins.delete(key);
      const closed = shared.origin.close().finally(() => closing.delete(closed));
      closing.add(closed);
    };
    watched.set(target.endpoint, { target, stop });
  };
  const originOptions = ({ url, trustedCa, tls, http2 }: ProbeTarget) => ({
    clock,
    origin: originOf(url),
    secureContext: url.scheme === "https" ? trust(trustedCa, tls) : undefined,
    tls,
    http2,
  });

  return {
    watch(targets) {
      const before = new Map(watched);
      const desired = new Map(targets.map((target) => [target.endpoint, target]));
      for (const target of desired.values()) {
        const standing = before.get(target.endpoint);
        if (standing !== undefined && sameTarget(standing.target, target)) before.delete(target.endpoint);
        else start(target);
      }
      for (const [endpoint, { stop }] of before) {
        stop();
        if (!desired.has(endpoint)) watched.delete(endpoint);
      }
    },
    async close() {
      for (const { stop } of watched.values()) stop();
      watched.clear();
      await Promise.all(closing);
    },
  };
}

/** Targets that may share connections have the same; it holds no secret but for a certificate's, which is not shown. */
function connectionKey({ url, trustedCa, tls, http2 }: ProbeTarget): string {
  const { ca, certificate } = tls;
  const parts = [originOf(url), http2, trustedCa, variantOf(tls), ca?.pem, certificate?.chain];
  return JSON.stringify(parts);
}

/** Until its first answer a target is asked this often, and so many times, before it falls into its interval. */
const eagerMs = 1_000;
const eagerProbes = 30;
const jitter = 0.1;

/** Pause between two looks for the addresses of a host of which none are known. */
const unknownPauseMs = 50;

/** Probes one target again and again, never twice at a time; returns what stops it. */
function startRhythm(
  target: ProbeTarget,
  origin: Origin,
  pace: (task: () => void) => void,
  { report, clock, random, addressesOf, log }: ProberOptions,
): () => void {
  const { endpoint, check, url } = target;
  let stopped = false;
  let answered = false;
  let probes = 0;
  let unknownSince: number | undefined;
  let cancel = () => {};

  const begin = () => {
    if (stopped) return;
    const startedMs = clock.nowMs();
    const addresses = isIP(url.host) === 0 ? addressesOf?.(url.host) : undefined;
    if (addresses?.length === 0) return withoutAddress(startedMs);
    unknownSince = undefined;
    cancel = probe(origin, target, addresses, clock, (outcome) => ended(outcome, startedMs));
  };

  // At the start the first look-up is under way: that is no reason to call the backend dead.
  const withoutAddress = (nowMs: number) => {
    unknownSince ??= nowMs;
    if (nowMs - unknownSince < check.timeoutMs) return after(unknownPauseMs);
    unknownSince = undefined;
    return ended({ kind: "failed", reason: `${url.host} does not resolve` }, nowMs);
  };

  const ended = (outcome: Outcome, startedMs: number) => {
    const atMs = clock.nowMs();
    probes += 1;
    const eager = !answered && probes <= eagerProbes;
    const gapMs = eager ? Math.min(eagerMs, check.intervalMs) : check.intervalMs;
    // Also when the wall clock was set back or forward meanwhile, the next probe is at most one gap away.
    const spentMs = Math.min(Math.max(0, atMs - startedMs), gapMs);
    after(gapMs * (1 - jitter + 2 * jitter * random()) - spentMs);
    switch (outcome.kind) {
      case "answered":
        answered = true;
        return report({
          kind: "probe-answered",
          endpoint,
          atMs,
          status: outcome.status,
          latencyMs: outcome.latencyMs,
        });
      case "failed":
        return report({ kind: "probe-failed", endpoint, atMs, reason: outcome.reason });
      case "not-asked":
        return log.warn({ endpoint, reason: outcome.reason }, "could not make a health check");
    }
  };

  const after = (delayMs: number) => {
    cancel = clock.schedule(Math.max(0, delayMs), () => pace(begin));
  };

  pace(begin);
  return () => {
    stopped = true;
    cancel();
  };
}
