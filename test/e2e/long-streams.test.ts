import { writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { startRecorder } from "./harness/recorder.ts";
import { pause, until } from "./harness/wait.ts";

/** Seconds that each stream takes; every 100 ms something is pushed. `STREAM_SECONDS=600` for a longer look. */
const seconds = Number(process.env.STREAM_SECONDS ?? "20");
const pushEveryMs = 100;

const drip = (response: ServerResponse) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    response.write(`data: ${sent}\n\n`);
    if (sent < seconds * 10) return;
    clearInterval(timer);
    response.end("data: [DONE]\n\n");
  }, 100);
};

test(
  "streams live through weights, routes, secrets and clusters that are pushed every 100 ms",
  async () => {
    await using backend = await startRecorder(drip);
    await using fleet = await Fleet.start({ backends: 0, yaml: () => yaml(0), concurrency: 2 });
    const keys = [`${fleet.folder}/a.key`, `${fleet.folder}/b.key`];
    for (const [index, file] of keys.entries()) writeFileSync(file, `sk-${index}`);
    function yaml(round: number): string {
      const other = round % 4 === 0;
      return `
healthCheck: { interval: 60s }
providers: ${round === 0 ? "{}" : `{ p: { credential: { file: ${other ? "a" : "b"}.key } } }`}
pools:
  stream:
    strategy: weighted
    endpoints:
      - { id: s1, url: "http://127.0.0.1:${backend.port}/one", weight: ${1 + (round % 7)}${round === 0 ? "" : ", provider: p"} }
      - { id: s2, url: "http://127.0.0.1:${backend.port}/two", weight: 5${round === 0 ? "" : ", provider: p"} }
  other:
    panicThreshold: ${round % 100}
    endpoints: [{ url: "http://127.0.0.1:${backend.port}/other" }]
${other ? `  comes-and-goes: { endpoints: [{ url: "http://127.0.0.1:${backend.port}/away" }] }` : ""}
models: { stream: { pool: stream }, "m${round % 3}": { pool: other } }`;
    }
    fleet.writeConfig(yaml(1));
    await until("the keys are used", async () => {
      const probe = await fleet.chat({ model: "m1" });
      await probe.body?.cancel();
      return probe.ok;
    });

    const streams = Array.from({ length: 8 }, async (_, index) => {
      await pause(index * 100);
      return (await fleet.chat({ model: "stream", stream: true })).text();
    });
    const endMs = performance.now() + seconds * 1_000;
    let pushes = 0;
    for (let round = 2; performance.now() < endMs; round += 1) {
      if (round % 2 === 0) fleet.writeConfig(yaml(round));
      else
        await fetch(`${fleet.admin}/api/v1/pools/stream/endpoints/s1`, {
          method: "PATCH",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ weight: round }),
        });
      pushes += 1;
      await pause(pushEveryMs);
    }

    const whole = Array.from({ length: seconds * 10 }, (_, at) => `data: ${at + 1}\n\n`).join("");
    for (const text of await Promise.all(streams)) expect(text).toBe(`${whole}data: [DONE]\n\n`);
    expect(pushes).toBeGreaterThan(seconds * 4);
    const updates = await Promise.all(
      [
        "cluster_manager.cds.update_success",
        "cluster.stream.update_success",
        "http.gateway.rds.gateway.update_success",
        "cluster_manager.cluster_modified",
        "sds.credential/p.update_success",
      ].map((name) => fleet.envoyStat(name)),
    );
    if (seconds > 20) console.log(`${pushes} pushes; cds, eds, rds, clusters, sds: ${updates.join(", ")}`);
    for (const count of updates) expect(count).toBeGreaterThan(10);
    expect(await fleet.envoyStat("listener_manager.listener_modified")).toBe(0);
  },
  (seconds + 60) * 1_000,
);
