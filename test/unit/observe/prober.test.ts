import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "../../../src/base/secret.ts";
import { providerWith } from "../provider-sample.ts";
import { httpBackend, rawBackend, type TargetParts, targetAt, until, watcher } from "./backend.ts";
import { type FakeClock, fakeClock } from "./fake-clock.ts";

const opened: AsyncDisposable[] = [];
const owned = <T extends AsyncDisposable>(resource: T): T => {
  opened.push(resource);
  return resource;
};
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

/** A backend that answers at once and notes which path was asked when. */
async function noting(clock: FakeClock, status = () => 200) {
  const asked: { path: string | undefined; atMs: number }[] = [];
  const startMs = clock.nowMs();
  const backend = owned(
    await httpBackend((request, response) => {
      asked.push({ path: request.url, atMs: clock.nowMs() - startMs });
      response.writeHead(status()).end();
    }),
  );
  return { port: backend.port, backend, asked, times: () => asked.map(({ atMs }) => atMs) };
}

describe("the rhythm of one target", () => {
  test.each([
    { random: 0, every: 9_000 },
    { random: 0.5, every: 10_000 },
    { random: 1, every: 11_000 },
  ])("at once, then every 10 s ± 10 % (random says $random)", async ({ random, every }) => {
    const clock = fakeClock();
    const backend = await noting(clock);
    const seen = owned(watcher({ clock, random: () => random }));
    seen.prober.watch([targetAt(backend.port, { intervalMs: 10_000 })]);
    for (const nth of [1, 2, 3]) {
      clock.advance(nth === 1 ? 0 : every);
      await seen.fact(nth);
    }
    expect(backend.times()).toEqual([0, every, 2 * every]);
  });

  test("every second until its first answer, then its interval", async () => {
    const clock = fakeClock();
    const seen = owned(watcher({ clock }));
    const gone = await rawBackend(() => {});
    await gone[Symbol.asyncDispose]();
    seen.prober.watch([targetAt(gone.port, { intervalMs: 10_000 })]);
    for (const nth of [1, 2, 3, 4]) {
      clock.advance(nth === 1 ? 0 : 1_000);
      await seen.fact(nth);
    }
    clock.advance(999);
    expect(seen.facts).toHaveLength(4);
  });

  test("one that never answers falls into its interval in the end", async () => {
    const clock = fakeClock();
    const seen = owned(watcher({ clock }));
    const gone = await rawBackend(() => {});
    await gone[Symbol.asyncDispose]();
    seen.prober.watch([targetAt(gone.port, { intervalMs: 10_000 })]);
    for (let nth = 1; nth <= 31; nth += 1) {
      clock.advance(nth === 1 ? 0 : 1_000);
      await seen.fact(nth);
    }
    clock.advance(9_999);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.facts).toHaveLength(31);
    clock.advance(1);
    await seen.fact(32);
  });

  test("a wall clock that is set back an hour in the middle of a probe delays nothing", async () => {
    const clock = fakeClock();
    const backend = owned(
      await httpBackend((_request, response) => {
        clock.jump(-3_600_000);
        response.end();
      }),
    );
    const seen = owned(watcher({ clock }));
    seen.prober.watch([targetAt(backend.port, { intervalMs: 10_000 })]);
    clock.advance(0);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered", latencyMs: 0 });
    clock.advance(10_000);
    await seen.fact(2);
  });

  test("a probe that hangs is not joined by a second one", async () => {
    const clock = fakeClock();
    let requests = 0;
    const backend = owned(
      await httpBackend(() => {
        requests += 1;
      }),
    );
    const seen = owned(watcher({ clock }));
    seen.prober.watch([targetAt(backend.port, { intervalMs: 1_000, timeoutMs: 5_000 })]);
    clock.advance(0);
    await until(() => requests === 1);
    clock.advance(4_999);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toBe(1);
    clock.advance(1);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-failed", reason: "no answer within 5s" });
  });
});

const inQuery = { secret: new Secret("sk-1"), sentAs: { kind: "query", name: "key" } } as const;

describe("the set of targets", () => {
  test("given again unchanged, keeps its rhythm", async () => {
    const clock = fakeClock();
    const backend = await noting(clock);
    const seen = owned(watcher({ clock }));
    const same = () => [targetAt(backend.port, { intervalMs: 10_000, credential: new Secret("sk-1") })];
    seen.prober.watch(same());
    clock.advance(0);
    await seen.fact(1);
    clock.advance(6_000);
    seen.prober.watch(same());
    clock.advance(4_000);
    await seen.fact(2);
    expect(backend.times()).toEqual([0, 10_000]);
  });

  test.each<{ story: string; parts: TargetParts }>([
    { story: "another path", parts: { path: "/v2" } },
    { story: "another interval", parts: { intervalMs: 20_000 } },
    { story: "another timeout", parts: { timeoutMs: 4_000 } },
    { story: "another key", parts: { credential: new Secret("sk-2") } },
    { story: "no key", parts: { credential: undefined } },
    { story: "the key elsewhere", parts: { provider: providerWith(undefined, { credential: inQuery }) } },
    {
      story: "another header",
      parts: { provider: providerWith(new Secret("sk-1"), { headers: new Map([["a", "b"]]) }) },
    },
    {
      story: "another parameter",
      parts: { provider: providerWith(new Secret("sk-1"), { query: new Map([["a", "b"]]) }) },
    },
  ])("a target that changed is probed at once: $story", async ({ parts }) => {
    const clock = fakeClock();
    const backend = await noting(clock);
    const seen = owned(watcher({ clock }));
    const before = { intervalMs: 10_000, credential: new Secret("sk-1") };
    seen.prober.watch([targetAt(backend.port, before)]);
    clock.advance(0);
    await seen.fact(1);
    await new Promise((resolve) => setImmediate(resolve));
    seen.prober.watch([targetAt(backend.port, { ...before, ...parts })]);
    clock.advance(0);
    await seen.fact(2);
    expect(backend.times()).toEqual([0, 0]);
    expect(backend.backend.connections()).toBe(1);
  });

  test("a target that left is not probed again, and its connection ends", async () => {
    const clock = fakeClock();
    const backend = await noting(clock);
    const seen = owned(watcher({ clock }));
    seen.prober.watch([targetAt(backend.port, { intervalMs: 10_000 })]);
    clock.advance(0);
    await seen.fact(1);
    seen.prober.watch([]);
    await until(() => backend.backend.open.size === 0);
    clock.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(backend.asked).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });

  test("a target that leaves in the middle of its probe is not reported", async () => {
    const asked = Promise.withResolvers<void>();
    const backend = owned(await httpBackend(() => asked.resolve()));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { timeoutMs: 100 })]);
    await asked.promise;
    seen.prober.watch([]);
    await until(() => backend.open.size === 0);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(seen.facts).toEqual([]);
  });

  test("targets of one origin do not wait for one that hangs", async () => {
    const backend = owned(
      await httpBackend((request, response) => {
        if (!request.url?.startsWith("/hang")) response.end();
      }),
    );
    const seen = owned(watcher());
    seen.prober.watch([
      ...Array.from({ length: 50 }, (_, at) => targetAt(backend.port, { id: `h-${at}`, path: "/hang" })),
      targetAt(backend.port, { id: "good" }),
    ]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered", endpoint: "good" });
  });

  test("the time of a probe that has to wait for its turn begins with the turn", async () => {
    const backend = owned(
      await httpBackend((request, response) => {
        if (!request.url?.startsWith("/hang")) response.end();
      }),
    );
    const seen = owned(watcher());
    const hanging = Array.from({ length: 64 }, (_, at) =>
      targetAt(backend.port, { id: `h-${at}`, path: "/hang", timeoutMs: 300 }),
    );
    seen.prober.watch([...hanging, targetAt(backend.port, { id: "good", timeoutMs: 300 })]);
    await until(() => seen.facts.some(({ kind }) => kind === "probe-answered"));
    expect(seen.facts.filter((fact) => "endpoint" in fact && fact.endpoint === "good")).toEqual([
      expect.objectContaining({ kind: "probe-answered" }),
    ]);
  });
});

describe("close", () => {
  test.each<{ story: string; scheme: "http" | "https" }>([
    { story: "in the middle of a probe", scheme: "http" },
    { story: "in the middle of a handshake", scheme: "https" },
  ])("$story: ends it at once, and nothing is reported", async ({ scheme }) => {
    const backend = owned(await rawBackend(() => {}));
    const seen = watcher();
    seen.prober.watch([targetAt(backend.port, { scheme, timeoutMs: 60_000 })]);
    await until(() => backend.open.size === 1);
    await seen.prober.close();
    await until(() => backend.open.size === 0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.facts).toEqual([]);
  });

  test("leaves no timer", async () => {
    const clock = fakeClock();
    const backend = await noting(clock);
    const seen = watcher({ clock });
    seen.prober.watch([targetAt(backend.port), targetAt(backend.port, { id: "b-1" })]);
    clock.advance(0);
    await seen.fact(2);
    await seen.prober.close();
    clock.advance(0);
    expect(clock.pending()).toBe(0);
  });
});

describe("many", () => {
  test("new targets begin spread over time, in order", async () => {
    const clock = fakeClock();
    const backend = await noting(clock);
    const seen = owned(watcher({ clock }));
    seen.prober.watch(
      Array.from({ length: 60 }, (_, at) => targetAt(backend.port, { id: `a-${at}`, path: `/${at}` })),
    );
    clock.advance(0);
    await seen.fact(20);
    expect(seen.facts).toHaveLength(20);
    clock.advance(1);
    await seen.fact(40);
    clock.advance(1);
    await seen.fact(60);
    expect(new Set(backend.times())).toEqual(new Set([0, 1, 2]));
  });

  test("2,000 probes use a handful of sockets, and leave no listener behind", async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    process.on("warning", warn);
    let mood = 0;
    const backend = owned(
      await httpBackend((request, response) => {
        mood += 1;
        if (mood % 10 === 0) request.socket.destroy();
        else response.writeHead(mood % 3 === 0 ? 503 : 200).end("x".repeat(mood % 7 === 0 ? 70_000 : 10));
      }),
    );
    const seen = owned(watcher());
    seen.prober.watch(
      Array.from({ length: 10 }, (_, at) => targetAt(backend.port, { id: `a-${at}`, intervalMs: 1 })),
    );
    let most = 0;
    for (let nth = 100; nth <= 2_000; nth += 100) {
      await seen.fact(nth);
      most = Math.max(most, backend.open.size);
    }
    expect(most).toBeLessThanOrEqual(20);
    await seen.prober.close();
    await until(() => backend.open.size === 0);
    process.off("warning", warn);
    expect(warnings).toEqual([]);
  });
});
