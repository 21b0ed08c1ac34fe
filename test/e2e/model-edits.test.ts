import { expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { RecordingBackend } from "./harness/recording-backend.ts";
import { until } from "./harness/wait.ts";

test("edits of models: routes alone, a new chain one new cluster, and a stream lives through all of them", {
  timeout: 60_000,
}, async () => {
  const backends = [await RecordingBackend.start("one"), await RecordingBackend.start("two")];
  const [one, two] = backends;
  if (one === undefined || two === undefined) throw new Error("two were started");
  const yaml = (models: string) => `
pools: { one: { endpoints: [{ url: "${one.url}/v1" }] }, two: { endpoints: [{ url: "${two.url}/v1" }] } }
models:
  one: { pool: one }
  two: { pool: two }
${models}`;
  await using fleet = await Fleet.start({ backends: 0, yaml: () => yaml("") });
  const stats = async () => ({
    listeners: await fleet.envoyStat("listener_manager.listener_modified"),
    modified: await fleet.envoyStat("cluster_manager.cluster_modified"),
    added: await fleet.envoyStat("cluster_manager.cluster_added"),
    removed: await fleet.envoyStat("cluster_manager.cluster_removed"),
  });
  const reads = async (model: string) => {
    const response = await fleet.chat({ model });
    await response.text();
    const by = backends.find(({ name }) => name === response.headers.get("x-demo-backend"));
    return by === undefined ? response.status : `${by.name}: ${by.last.body.toString()}`;
  };
  try {
    await until("both serve", async () => (await fleet.chat({ model: "two" })).ok);
    const before = await stats();

    let ticks = 0;
    one.behaviour = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const timer = setInterval(() => {
        ticks += 1;
        response.write(`data: ${ticks}\n\n`);
      }, 50);
      response.on("close", () => clearInterval(timer));
    };
    const streaming = new AbortController();
    const stream = await fleet.chat({ model: "one", stream: true }, { signal: streaming.signal });
    one.behaviour = 200;

    fleet.writeConfig(yaml("  three: { pool: two, upstreamModel: 3rd }"));
    await until("the alias is live", async () => (await reads("three")) === 'two: {"model":"3rd"}');
    fleet.writeConfig(yaml("  three: { pool: two, upstreamModel: third }"));
    await until("its new name is live", async () => (await reads("three")) === 'two: {"model":"third"}');
    expect(await stats()).toEqual(before);

    fleet.writeConfig(yaml("  three: { fallback: [one, two] }"));
    await until("the fallback is live", async () => (await reads("three")) === 'one: {"model":"one"}');
    expect(await stats()).toEqual({ ...before, added: before.added + 1 });

    fleet.writeConfig(yaml("  three: { match: [{ header: { x-a: b }, model: one }, { model: two }] }"));
    await until("the conditions are live", async () => (await reads("three")) === 'two: {"model":"two"}');
    await until(
      "the chain's cluster is gone",
      async () => (await stats()).removed === before.removed + 1,
      20_000,
    );
    fleet.writeConfig(yaml(""));
    await until("the model is gone", async () => (await reads("three")) === 404);
    const after = await stats();
    expect({ listeners: after.listeners, modified: after.modified }).toEqual({
      listeners: before.listeners,
      modified: before.modified,
    });

    const reader = stream.body?.getReader();
    const seen = ticks;
    let text = "";
    while (!text.includes(`data: ${seen + 2}\n`))
      text += Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(text).toContain("data: 1\n");
    streaming.abort();
    await reader?.closed.catch(() => {});
    expect(await fleet.envoyStat("http.gateway.rds.gateway.update_rejected")).toBe(0);
  } finally {
    for (const backend of backends) backend.close();
  }
});
