import { expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { until } from "./harness/wait.ts";

test("what an Envoy sent where comes back: the requests of each endpoint", async () => {
  await using fleet = await Fleet.start({
    backends: 2,
    yaml: ({ backends: [one, two] }) => `
pools:
  gpt:
    endpoints:
      - { id: one, url: "http://127.0.0.1:${one}/v1", weight: 3 }
      - { id: two, url: "http://127.0.0.1:${two}/v1", weight: 1 }`,
  });
  let sent = 0;
  // An Envoy counts a new cluster from its next reporting period on: what came before is not in a report.
  const counts = await until("requests of both endpoints are reported", async () => {
    const answer = await fleet.chat({ model: "gpt", messages: [{ role: "user", content: "hi" }] });
    expect(answer.status).toBe(200);
    sent += 1;
    const { endpoints } = await fleet.pool("gpt");
    const requests = endpoints.map((endpoint) => endpoint.requests);
    return requests.every((one) => (one?.issued ?? 0) > 5) && requests;
  });
  expect(counts.reduce((sum, one) => sum + (one?.issued ?? 0), 0)).toBeLessThanOrEqual(sent + 5);
  expect(counts[0]?.succeeded).toBeGreaterThan(counts[1]?.succeeded ?? 0);
  expect(counts.reduce((sum, one) => sum + (one?.failed ?? 0), 0)).toBe(0);
});
