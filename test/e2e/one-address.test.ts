import { expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { startRecorder } from "./harness/recorder.ts";
import { until } from "./harness/wait.ts";

test("endpoints of one pool at one address are each their own: traffic, weights, priorities, load", async () => {
  let failing = "";
  await using backend = await startRecorder((response, { url }) =>
    response.writeHead(failing !== "" && url?.includes(failing) ? 500 : 200).end("{}"),
  );
  const url = (path: string, host = "127.0.0.1") => `http://${host}:${backend.port}/${path}`;
  await using fleet = await Fleet.start({
    backends: 0,
    concurrency: 1,
    yaml: () => `
healthCheck: { interval: 200ms, timeout: 200ms, unhealthyThreshold: 1, healthyThreshold: 1 }
pools:
  three:
    endpoints:
      - { url: "${url("one")}", weight: 2 }
      - { url: "${url("two", "localhost")}", weight: 1 }
      - { url: "${url("three")}", weight: 1 }
  ordered:
    endpoints:
      - { url: "${url("first")}" }
      - { url: "${url("second")}", priority: 1 }`,
  });
  const asked = async (model: string, times: number) => {
    backend.seen.length = 0;
    for (let time = 0; time < times; time += 1) {
      const response = await fleet.chat({ model, messages: [] });
      expect(response.status).toBe(200);
      await response.text();
    }
    return Object.fromEntries(
      [...Map.groupBy(backend.seen, (seen) => seen.url.split("/")[1])].map(([to, all]) => [to, all.length]),
    );
  };
  await until("the name is resolved", async () => "two" in (await asked("three", 4)));
  expect(await asked("three", 40)).toEqual({ one: 20, two: 10, three: 10 });
  expect(backend.seen.map(({ headers }) => headers.host?.[0]).sort()[39]).toBe(`localhost:${backend.port}`);
  // Envoy counts for us from its first report on; every round keeps the shares.
  const shares = await until("each has its share in the reports", async () => {
    await asked("three", 4);
    const seen = (await fleet.pool("three")).endpoints.map(({ requests }) => requests?.succeeded ?? 0);
    return seen.every((count) => count >= 10) && seen;
  });
  expect((shares[0] ?? 0) / (shares[1] ?? 1)).toBeCloseTo(2, 0);
  expect((shares[2] ?? 0) / (shares[1] ?? 1)).toBeCloseTo(1, 0);

  expect(await asked("ordered", 5)).toEqual({ first: 5 });
  failing = "first";
  expect(await asked("ordered", 1)).toEqual({ first: 1, second: 1 });
  expect(await fleet.envoyStat("cluster.three.upstream_cx_connect_fail")).toBe(0);
  expect(await fleet.envoyStat("cluster.three.upstream_rq_retry")).toBe(0);
});
