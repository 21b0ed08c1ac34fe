import { describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { load } from "./harness/load.ts";
import { until } from "./harness/wait.ts";

/** The seed scenario's checks: a dead backend is noticed by them after 20 s at the earliest. */
const slowChecks = "{ interval: 10s, timeout: 5s, unhealthyThreshold: 3, healthyThreshold: 2 }";
const quickChecks = "{ interval: 200ms, timeout: 200ms, unhealthyThreshold: 2, healthyThreshold: 2 }";

const threeBackends = (check: string) => ({
  backends: 3,
  yaml: ({ backends }: { backends: readonly number[] }) => `
healthCheck: ${check}
pools:
  gpt:
    endpoints:
${backends.map((port) => `      - { url: "http://127.0.0.1:${port}/v1" }`).join("\n")}
models: { gpt: { pool: gpt } }`,
});

describe.concurrent("a backend dies under 200 requests a second, and the checks are slow", () => {
  test("killed: no request fails", async () => {
    await using fleet = await Fleet.start(threeBackends(slowChecks));
    const result = await load({
      ...chatLoad(fleet),
      forMs: 10_000,
      at: { ms: 2_000, act: () => fleet.backend(2).signal("SIGKILL") },
    });
    expect(result.failures).toEqual([]);
    expect(result.sent).toBe(2_000);
    expect(result.byBackend.get("b1")).toBeGreaterThan(500);
    expect((await fleet.pool("gpt")).endpoints.map(({ health }) => health)).toContain("HEALTHY");
  });

  test("frozen: no request fails, because an attempt has a time limit and the next goes elsewhere", async () => {
    await using fleet = await Fleet.start({
      ...threeBackends(slowChecks),
      gateway: "  timeouts: { connect: 500ms, perTry: 500ms, firstToken: 500ms, streamIdle: 5s, total: 20s }",
    });
    const result = await load({
      ...chatLoad(fleet),
      forMs: 10_000,
      at: { ms: 2_000, act: () => fleet.backend(2).signal("SIGSTOP") },
    });
    expect(result.failures).toEqual([]);
    expect(result.latenciesMs.at(-1)).toBeLessThan(15_000);
  });
});

describe.concurrent("what the checks see reaches the traffic", () => {
  test("a failing backend gets nothing, and its share again when it is back", async () => {
    await using fleet = await Fleet.start(threeBackends(quickChecks));
    await fleet.setMode(1, { mode: "unavailable", scope: "health" });
    await until(
      "b1 is unhealthy",
      async () => (await fleet.pool("gpt")).endpoints[0]?.health === "UNHEALTHY",
    );
    const without = await load({ ...chatLoad(fleet), forMs: 1_500 });
    expect(without.failures).toEqual([]);
    expect(without.byBackend.get("b1")).toBeUndefined();

    await fleet.setMode(1, { mode: "ok" });
    await until("b1 is healthy", async () => (await fleet.pool("gpt")).endpoints[0]?.health === "HEALTHY");
    const with1 = await load({ ...chatLoad(fleet), forMs: 1_500 });
    expect(with1.byBackend.get("b1")).toBeGreaterThan(80);
    expect(await fleet.envoyStat("listener_manager.listener_modified")).toBe(0);
    expect(await fleet.envoyStat("cluster_manager.cluster_modified")).toBe(0);
  });

  test("a slow backend is DEGRADED and is used only when no other is left", async () => {
    const check =
      "{ interval: 400ms, timeout: 400ms, unhealthyThreshold: 2, healthyThreshold: 2, degradedLatency: 100ms }";
    await using fleet = await Fleet.start(threeBackends(check));
    await fleet.setMode(3, { mode: "slow", latencyMs: 200 });
    await until("b3 is degraded", async () => (await fleet.pool("gpt")).endpoints[2]?.health === "DEGRADED");
    const result = await load({ ...chatLoad(fleet), forMs: 1_000 });
    expect(result.byBackend.get("b3")).toBeUndefined();

    for (const number of [1, 2]) await fleet.setMode(number, { mode: "unavailable", scope: "health" });
    await until("the others are unhealthy", async () =>
      (await fleet.pool("gpt")).endpoints.slice(0, 2).every(({ health }) => health === "UNHEALTHY"),
    );
    const alone = await fleet.chat({ model: "gpt", messages: [{ role: "user", content: "hi" }] });
    expect(alone.status).toBe(200);
    expect(alone.headers.get("x-demo-backend")).toBe("b3");
  });

  test("with no backend left the client is told so, as OpenAI would", async () => {
    await using fleet = await Fleet.start(threeBackends(quickChecks));
    for (const number of [1, 2, 3]) await fleet.setMode(number, { mode: "unavailable", scope: "health" });
    await until("all are unhealthy", async () =>
      (await fleet.pool("gpt")).endpoints.every(({ health }) => health === "UNHEALTHY"),
    );
    const response = await until("the gateway knows", async () => {
      const answer = await fleet.chat({ model: "gpt", messages: [{ role: "user", content: "hi" }] });
      return answer.status === 503 ? answer : undefined;
    });
    expect(await response.json()).toEqual({
      error: {
        message: "No healthy backend available for model: gpt",
        type: "server_error",
        param: "model",
        code: "no_healthy_backend",
      },
    });
  });

  test("priorities: the spare is used only when the first ones are gone", async () => {
    await using fleet = await Fleet.start({
      backends: 2,
      yaml: ({ backends: [first, spare] }) => `
healthCheck: ${slowChecks}
pools:
  gpt:
    endpoints:
      - { url: "http://127.0.0.1:${first}/v1" }
      - { url: "http://127.0.0.1:${spare}/v1", priority: 1 }
models: { gpt: { pool: gpt } }`,
    });
    const before = await load({ ...chatLoad(fleet), perSecond: 50, forMs: 1_000 });
    expect([...before.byBackend.keys()]).toEqual(["b1"]);
    const during = await load({
      ...chatLoad(fleet),
      forMs: 3_000,
      at: { ms: 500, act: () => fleet.backend(1).signal("SIGKILL") },
    });
    expect(during.failures).toEqual([]);
    expect(during.byBackend.get("b2")).toBeGreaterThan(400);
  });
});

function chatLoad(fleet: Fleet) {
  return {
    url: `${fleet.gateway}/v1/chat/completions`,
    body: { model: "gpt", messages: [{ role: "user", content: "hello" }] },
    perSecond: 200,
  };
}
