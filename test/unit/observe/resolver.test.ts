import { expect, test } from "vitest";
import type { Log } from "../../../src/base/log.ts";
import type { Fact } from "../../../src/facts/fact.ts";
import type { Dns } from "../../../src/observe/name-lookup.ts";
import { startResolver } from "../../../src/observe/resolver.ts";
import { fakeClock } from "./fake-clock.ts";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Answers, in turn, what a script says: "10.0.0.1/60" is an address and its TTL, "!" a failure, "…" silence. */
function scripted(script: readonly string[], random = 0.5) {
  const clock = fakeClock();
  const startMs = clock.nowMs();
  const facts: Fact[] = [];
  const asked: number[] = [];
  const dns: Dns = {
    resolve4() {
      asked.push(clock.nowMs() - startMs);
      const says = script[Math.min(asked.length, script.length) - 1] ?? "!";
      if (says === "…") return new Promise(() => {});
      if (says === "!") return Promise.reject(Object.assign(new Error(), { code: "ETIMEOUT" }));
      return Promise.resolve(
        says.split(" ").map((record) => {
          const [address = "", ttl] = record.split("/");
          return { address, ttl: Number(ttl) };
        }),
      );
    },
    resolve6: () => Promise.resolve([]),
    lookup: () => Promise.reject(Object.assign(new Error(), { code: "EAI_AGAIN" })),
  };
  const report = (fact: Fact) => facts.push(fact);
  const resolver = startResolver({ report, clock, log: silent, random: () => random, dns });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    resolver,
    facts,
    asked,
    clock,
    settle,
    async pass(ms: number) {
      clock.advance(ms);
      await settle();
    },
    told: () =>
      facts.map((fact) => {
        if (fact.kind === "host-resolved") return fact.addresses.join(" ");
        return fact.kind === "host-not-resolved" ? `! ${fact.reason}` : fact.kind;
      }),
  };
}

test.each([
  { ttl: 60, random: 0.5, nextMs: 60_000, story: "after its TTL" },
  { ttl: 60, random: 0, nextMs: 54_000, story: "10 % earlier at most" },
  { ttl: 60, random: 1, nextMs: 66_000, story: "10 % later at most" },
  { ttl: 0, random: 0.5, nextMs: 5_000, story: "not before 5 s" },
  { ttl: 86_400, random: 0.5, nextMs: 300_000, story: "not after 5 min" },
])("a name with TTL $ttl is asked again $story", async ({ ttl, random, nextMs }) => {
  const { resolver, asked, pass, settle } = scripted([`10.0.0.1/${ttl}`], random);
  resolver.watch(["api.test"]);
  await settle();
  await pass(nextMs - 1);
  expect(asked).toEqual([0]);
  await pass(1);
  expect(asked).toEqual([0, nextMs]);
});

test("only what is new is reported", async () => {
  const { resolver, told, pass, settle } = scripted([
    "10.0.0.1/5 10.0.0.2/5",
    "10.0.0.2/5 10.0.0.1/5",
    "10.0.0.3/5",
    "!",
    "!",
    "10.0.0.3/5",
  ]);
  resolver.watch(["api.test"]);
  await settle();
  for (const ms of [5_000, 5_000, 5_000, 1_000, 2_000]) await pass(ms);
  expect(told()).toEqual(["10.0.0.1 10.0.0.2", "10.0.0.3", "! the name servers do not answer", "10.0.0.3"]);
});

test("a failure is tried again after 1 s, 2 s, 4 s … 30 s", async () => {
  const { resolver, asked, pass, settle } = scripted(["!"]);
  resolver.watch(["api.test"]);
  await settle();
  for (const ms of [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]) await pass(ms);
  expect(asked).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 61_000, 91_000]);
});

test("a look-up that never ends is a failure, and is tried again", async () => {
  const { resolver, told, pass } = scripted(["…", "10.0.0.1/60"]);
  resolver.watch(["api.test"]);
  await pass(15_000);
  expect(told()).toEqual(["! the look-up does not end"]);
  await pass(1_000);
  expect(told()).toEqual(["! the look-up does not end", "10.0.0.1"]);
});

test("the same set again asks nothing; a name that left is asked no more", async () => {
  const { resolver, asked, clock, pass, settle } = scripted(["10.0.0.1/60"]);
  resolver.watch(["api.test"]);
  await settle();
  resolver.watch(["api.test", "api.test"]);
  await settle();
  expect(asked).toEqual([0]);
  resolver.watch([]);
  await pass(600_000);
  expect(asked).toEqual([0]);
  expect(clock.pending()).toBe(0);
});

test("after close, an answer on its way is not reported", async () => {
  const { resolver, facts, clock, settle } = scripted(["10.0.0.1/60"]);
  resolver.watch(["api.test"]);
  resolver.close();
  await settle();
  expect(facts).toEqual([]);
  expect(clock.pending()).toBe(0);
});
