import { afterAll, beforeAll, expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { json, ScriptedBackend } from "./harness/scripted-backend.ts";
import { until } from "./harness/wait.ts";

/* A backend that asks for a rest gets it, told by a request that another one answered. No check sees it. */

let tired: ScriptedBackend;
let fresh: ScriptedBackend;
let fleet: Fleet;
/** `retry-after` of the tired one; undefined when it answers. */
let asks: string | undefined;
let status = 429;

beforeAll(async () => {
  tired = await ScriptedBackend.start(({ response }) => {
    if (asks === undefined) json(response, { choices: [] });
    else {
      response.setHeader("retry-after", asks);
      json(response, { error: {} }, status);
    }
  });
  fresh = await ScriptedBackend.start(({ response }) => json(response, { choices: [] }));
  fleet = await Fleet.start({
    backends: 0,
    yaml: () => `
healthCheck: { interval: 10m }
pools:
  two: { endpoints: [{ id: tired, url: "${tired.origin}/v1" }, { id: fresh, url: "${fresh.origin}/v1" }] }
  one: { endpoints: [{ id: alone, url: "${tired.origin}/v1" }] }
models: { two: { pool: two }, one: { pool: one } }`,
  });
});

afterAll(async () => {
  await fleet?.close();
  await tired?.[Symbol.asyncDispose]();
  await fresh?.[Symbol.asyncDispose]();
});

test.each([429, 529])(
  "after %s and retry-after just that endpoint rests, for just that long",
  async (code) => {
    const counters = ["cluster_manager.cds.update_success", "listener_manager.lds.update_success"];
    const before = await Promise.all(counters.map((name) => fleet.envoyStat(name)));
    status = code;
    asks = "3";
    const askedMs = Date.now();
    for (let round = 0; round < 4; round += 1) expect((await fleet.chat({ model: "two" })).status).toBe(200);
    const resting = await until("it rests", async () => {
      const { cooldown, ...endpoint } = await endpointNamed("two", "tired");
      return cooldown !== null && { ...endpoint, cooldown };
    });
    expect(resting).toMatchObject({
      health: "DEGRADED",
      reason: `answered ${code} and asked for 3 s of rest`,
      cooldown: { reason: `answered ${code} and asked for 3 s of rest` },
      share: 0,
    });
    const untilMs = Date.parse(resting.cooldown.until);
    expect(untilMs - askedMs).toBeGreaterThan(2_500);
    expect(untilMs - askedMs).toBeLessThan(6_000);
    expect((await endpointNamed("two", "fresh")).cooldown).toBeNull();

    asks = undefined;
    await until("Envoy knows", async () => {
      tired.bodies.length = 0;
      for (let round = 0; round < 4; round += 1) await fleet.chat({ model: "two" });
      return tired.bodies.length === 0;
    });
    while (Date.now() < untilMs - 300) {
      expect((await fleet.chat({ model: "two" })).status).toBe(200);
      expect(tired.bodies).toEqual([]);
    }
    await until("it takes requests again", async () => {
      await fleet.chat({ model: "two" });
      return tired.bodies.length > 0;
    });
    expect(Date.now()).toBeGreaterThanOrEqual(untilMs);
    expect(Date.now() - untilMs).toBeLessThan(1_500);
    expect(await endpointNamed("two", "tired")).toMatchObject({
      health: "HEALTHY",
      cooldown: null,
      share: 50,
    });
    expect(await Promise.all(counters.map((name) => fleet.envoyStat(name)))).toEqual(before);
  },
);

test("the last endpoint of a pool is asked all the same, and a year is ten minutes", async () => {
  status = 429;
  asks = "31536000";
  expect((await fleet.chat({ model: "one" })).status).toBe(429);
  const resting = await until("it rests", async () => {
    const { cooldown, ...endpoint } = await endpointNamed("one", "alone");
    return cooldown !== null && { ...endpoint, cooldown };
  });
  expect(Date.parse(resting.cooldown.until) - Date.now()).toBeLessThanOrEqual(600_000);
  expect(Date.parse(resting.cooldown.until) - Date.now()).toBeGreaterThan(590_000);
  expect(resting).toMatchObject({ health: "DEGRADED", share: 100 });
  asks = undefined;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect((await fleet.chat({ model: "one" })).status).toBe(200);
});

interface EndpointReport {
  readonly id: string;
  readonly health: string;
  readonly reason: string;
  readonly share: number;
  readonly cooldown: { readonly until: string; readonly reason: string } | null;
}

async function endpointNamed(pool: string, id: string): Promise<EndpointReport> {
  const response = await fetch(`${fleet.admin}/api/v1/pools/${pool}`);
  const { endpoints } = (await response.json()) as { endpoints: readonly EndpointReport[] };
  const found = endpoints.find((endpoint) => endpoint.id === id);
  if (found === undefined) throw new Error(`there is no endpoint ${id}`);
  return found;
}
