import { describe, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { load } from "./harness/load.ts";
import { pause, until } from "./harness/wait.ts";

describe.concurrent.each(["delta", "sotw"] as const)("over %s", (dialect) => {
  const start = () =>
    Fleet.start({
      backends: 2,
      dialect,
      yaml: ({ backends }) => `
healthCheck: { interval: 300ms, timeout: 300ms, unhealthyThreshold: 2 }
pools:
  gpt:
    endpoints:
${backends.map((port) => `      - { url: "http://127.0.0.1:${port}/v1" }`).join("\n")}
models: { gpt: { pool: gpt } }`,
    });

  test("the control plane is killed and started again: no request fails, Envoy reloads nothing", async () => {
    await using fleet = await start();
    await until(
      "Envoy is settled",
      async () => (await fleet.envoyStat("cluster_manager.cds.update_success")) > 0,
    );
    const counters = [
      "listener_manager.listener_modified",
      "listener_manager.listener_added",
      "cluster_manager.cluster_modified",
      "cluster_manager.cluster_added",
      "cluster_manager.cluster_removed",
    ];
    const read = () => Promise.all(counters.map((name) => fleet.envoyStat(name)));
    const before = await read();
    const result = await load({
      url: `${fleet.gateway}/v1/chat/completions`,
      body: { model: "gpt", messages: [{ role: "user", content: "hello" }] },
      perSecond: 200,
      forMs: 9_000,
      at: {
        ms: 1_000,
        act: async () => {
          await fleet.controlPlane.stop("SIGKILL");
          setTimeout(() => fleet.startControlPlane(), 2_000);
        },
      },
    });
    expect(result.failures).toEqual([]);
    await until("Envoy is back", async () => (await fleet.envoyStat("control_plane.connected_state")) === 1);
    await until("the new one knows Envoy", async () => {
      const { nodes } = (await (await fetch(`${fleet.admin}/api/v1/nodes`)).json()) as { nodes: unknown[] };
      return nodes.length === 1;
    });
    await pause(500);
    expect(await read()).toEqual(before);
    expect(await fleet.envoyStat("cluster_manager.warming_clusters")).toBe(0);

    await fleet.setMode(1, { mode: "unavailable", scope: "health" });
    await until("a change still arrives", async () => {
      const seen = await load({
        url: `${fleet.gateway}/v1/chat/completions`,
        body: { model: "gpt", messages: [{ role: "user", content: "hi" }] },
        perSecond: 50,
        forMs: 300,
      });
      return seen.byBackend.get("b1") === undefined;
    });
  });

  test("a changed cluster does not stay warming, its endpoints unchanged", async () => {
    await using fleet = await start();
    const edit = (more: string) =>
      fleet.writeConfig(`
healthCheck: { interval: 300ms, timeout: 300ms, unhealthyThreshold: 2 }
pools:
  gpt:
    ${more}
    endpoints:
${fleet.places.backends.map((port) => `      - { url: "http://127.0.0.1:${port}/v1" }`).join("\n")}
models: { gpt: { pool: gpt } }`);
    edit("circuitBreaker: { maxConnections: 77, maxPendingRequests: 77, maxRequests: 77, maxRetries: 77 }");
    await until(
      "the cluster is changed",
      async () => (await fleet.envoyStat("cluster_manager.cluster_modified")) === 1,
      8_000,
    );
    await until(
      "it is not warming",
      async () => (await fleet.envoyStat("cluster_manager.warming_clusters")) === 0,
      8_000,
    );
    expect((await fleet.chat({ model: "gpt", messages: [{ role: "user", content: "hi" }] })).status).toBe(
      200,
    );
  });

  test("the control plane is dead and a backend dies: Envoy heals by itself", async () => {
    await using fleet = await start();
    await fleet.controlPlane.stop("SIGKILL");
    const result = await load({
      url: `${fleet.gateway}/v1/chat/completions`,
      body: { model: "gpt", messages: [{ role: "user", content: "hi" }] },
      perSecond: 200,
      forMs: 4_000,
      at: { ms: 1_000, act: () => fleet.backend(1).signal("SIGKILL") },
    });
    expect(result.failures).toEqual([]);
  });
});
