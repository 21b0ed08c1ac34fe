import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Fleet, type Places } from "./harness/fleet.ts";
import { load } from "./harness/load.ts";
import { pause, until } from "./harness/wait.ts";

const pools = ({ backends }: Places, weights: readonly number[]) => `
healthCheck: { interval: 500ms, timeout: 500ms }
pools:
  gpt:
    strategy: weighted
    endpoints:
${weights.map((weight, index) => `      - { id: e${index + 1}, url: "http://127.0.0.1:${backends[index]}/v1", weight: ${weight} }`).join("\n")}
models: { gpt: { pool: gpt } }`;

const start = () => Fleet.start({ backends: 3, yaml: (places) => pools(places, [1, 1]) });

describe.concurrent("the file is followed", () => {
  test("a good edit is live, under load, and without a failed request", async () => {
    await using fleet = await start();
    const result = await load({
      ...chatLoad(fleet),
      forMs: 4_000,
      at: { ms: 1_000, act: () => fleet.writeConfig(pools(fleet.places, [1, 1, 8])) },
    });
    expect(result.failures).toEqual([]);
    expect(result.byBackend.get("b3")).toBeGreaterThan(200);
    const pool = await fleet.pool("gpt");
    expect(pool.endpoints.map(({ id, weight }) => [id, weight])).toEqual([
      ["e1", 1],
      ["e2", 1],
      ["e3", 8],
    ]);

    fleet.writeConfig(pools(fleet.places, [1, 1]));
    await until("the edit is taken", async () => (await fleet.pool("gpt")).endpoints.length === 2);
  });

  test("a new model in a new pool, and then both gone again, cost no request", async () => {
    await using fleet = await start();
    const more = `
pools:
  gpt: { endpoints: [{ url: "http://127.0.0.1:${fleet.places.backends[0]}/v1" }] }
  late: { endpoints: [{ url: "http://127.0.0.1:${fleet.places.backends[2]}/v1" }] }
models: { gpt: { pool: gpt }, late: { pool: late } }`;
    fleet.writeConfig(more);
    const first = await until("the model is there", async () => {
      const response = await fleet.chat({ model: "late", messages: [{ role: "user", content: "hi" }] });
      return response.status === 404 ? undefined : response;
    });
    expect(first.status).toBe(200);
    const away = load({
      ...chatLoad(fleet),
      body: { model: "late", messages: [{ role: "user", content: "hi" }] },
      forMs: 2_000,
    });
    await pause(1_000);
    fleet.writeConfig(pools(fleet.places, [1, 1]));
    const { statuses } = await away;
    expect([...statuses.keys()].sort()).toEqual([200, 404]);
    expect(await fleet.envoyStat("cluster_manager.active_clusters")).toBe(2);
  });

  test("a bad edit is told with its place, and the last good configuration goes on", async () => {
    await using fleet = await start();
    const good = readFileSync(fleet.configFile, "utf8");
    fleet.writeConfig(pools(fleet.places, [1, 1]).replace("weight: 1 }", "wieght: 1 }"));
    const rejected = await until("the edit is refused", async () => {
      const status = (await (await fetch(`${fleet.admin}/api/v1/config`)).json()) as ConfigReport;
      return status.rejected ?? undefined;
    });
    expect(rejected.problems.length).toBeGreaterThan(0);
    expect(rejected.problems[0]?.path).toBe("pools.gpt.endpoints[0].wieght");
    expect(rejected.problems[0]?.line).toBe(lineOf(readFileSync(fleet.configFile, "utf8"), "wieght"));
    expect(rejected.problems[0]?.hint).toContain("weight");
    expect(fleet.controlPlane.output).toContain("wieght");
    expect((await fleet.chat({ model: "gpt", messages: [{ role: "user", content: "hi" }] })).status).toBe(
      200,
    );

    writeFileSync(fleet.configFile, good);
    await until("the refusal is over", async () => {
      const status = (await (await fetch(`${fleet.admin}/api/v1/config`)).json()) as ConfigReport;
      return (status.rejected ?? undefined) === undefined;
    });
  });

  test("an edit that changes nothing pushes nothing", async () => {
    await using fleet = await start();
    await until("the pool is healthy", async () =>
      (await fleet.pool("gpt")).endpoints.every(({ health }) => health === "HEALTHY"),
    );
    await pause(500);
    const before = await pushes(fleet);
    appendFileSync(fleet.configFile, "# only a comment\n");
    await until("the edit is taken", () =>
      fleet.controlPlane.output.includes("the edited configuration is taken"),
    );
    await pause(500);
    expect(await pushes(fleet)).toEqual(before);
  });

  test("an editor that renames a new file over the old one is followed as well", async () => {
    await using fleet = await start();
    const edited = readFileSync(fleet.configFile, "utf8").replace("id: e1", "id: renamed");
    writeFileSync(`${fleet.configFile}.tmp`, edited);
    renameSync(`${fleet.configFile}.tmp`, fleet.configFile);
    await until(
      "the edit is taken",
      async () => (await fleet.pool("gpt")).endpoints[0]?.id === "renamed",
      2_000,
    );
  });
});

describe.concurrent("what Envoy refuses", () => {
  test("a port that is taken: told with its place in the file, and the old listener goes on", async () => {
    await using fleet = await start();
    const good = readFileSync(fleet.configFile, "utf8");
    const taken = fleet.places.backends[0];
    writeFileSync(fleet.configFile, good.replace(/listen: 127.0.0.1:\d+/, `listen: 127.0.0.1:${taken}`));
    const nack = await until("Envoy refuses", async () => {
      const { nodes } = (await (await fetch(`${fleet.admin}/api/v1/nodes`)).json()) as NodesReport;
      return nodes[0]?.types.find(({ type }) => type === "Listener")?.lastNack ?? undefined;
    });
    expect(nack.message).toContain("cannot bind");
    expect(fleet.controlPlane.output).toMatch(/"places":\["[^"]+:2:11 gateway.listen"\]/);
    expect((await fleet.chat({ model: "gpt", messages: [{ role: "user", content: "hi" }] })).status).toBe(
      200,
    );
    const metrics = await (await fetch(`${fleet.admin}/metrics`)).text();
    expect(metrics).toMatch(/fairlead_xds_rejects_total\{type="Listener"\} 1\n/);

    writeFileSync(fleet.configFile, good);
    await until("the refusal is over", async () => {
      const { nodes } = (await (await fetch(`${fleet.admin}/api/v1/nodes`)).json()) as NodesReport;
      return (nodes[0]?.types.find(({ type }) => type === "Listener")?.lastNack ?? undefined) === undefined;
    });
    expect((await fleet.chat({ model: "gpt", messages: [{ role: "user", content: "hi" }] })).status).toBe(
      200,
    );
  });
});

describe.concurrent("by hand, through the admin API", () => {
  test("a drained endpoint gets no request, and none is lost; then it comes back with a weight", async () => {
    await using fleet = await start();
    const result = await load({
      ...chatLoad(fleet),
      forMs: 3_000,
      at: { ms: 1_000, act: () => patch(fleet, "e1", { state: "drained" }) },
    });
    expect(result.failures).toEqual([]);
    const after = await load({ ...chatLoad(fleet), forMs: 500 });
    expect([...after.byBackend.keys()]).toEqual(["b2"]);
    const clusters = await (await fetch(`${fleet.envoyAdmin}/clusters?filter=gpt`)).text();
    expect(clusters).not.toContain(`127.0.0.1:${fleet.places.backends[0]}::`);

    await patch(fleet, "e1", { state: "active", weight: 9 });
    const again = await until("the weight is seen", async () => {
      const seen = await load({ ...chatLoad(fleet), forMs: 1_000 });
      return (seen.byBackend.get("b1") ?? 0) > 150 ? seen : undefined;
    });
    expect(again.byBackend.get("b1")).toBeGreaterThan(170);
    expect(again.byBackend.get("b1")).toBeLessThan(190);
  });
});

interface NodesReport {
  readonly nodes: readonly {
    readonly types: readonly { readonly type: string; readonly lastNack?: { readonly message: string } }[];
  }[];
}

interface ConfigReport {
  readonly rejected?: {
    readonly problems: readonly { readonly path: string; readonly line: number; readonly hint?: string }[];
  };
}

async function patch(fleet: Fleet, endpoint: string, body: object): Promise<void> {
  const response = await fetch(`${fleet.admin}/api/v1/pools/gpt/endpoints/${endpoint}`, {
    method: "PATCH",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

async function pushes(fleet: Fleet): Promise<readonly string[]> {
  const metrics = await (await fetch(`${fleet.admin}/metrics`)).text();
  return metrics.split("\n").filter((line) => line.startsWith("fairlead_xds_pushes_total"));
}

function lineOf(text: string, word: string): number {
  return text.slice(0, text.indexOf(word)).split("\n").length;
}

function chatLoad(fleet: Fleet) {
  return {
    url: `${fleet.gateway}/v1/chat/completions`,
    body: { model: "gpt", messages: [{ role: "user", content: "hello" }] },
    perSecond: 200,
  };
}
