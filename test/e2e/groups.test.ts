import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "undici";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePorts } from "./harness/free-port.ts";
import { Process } from "./harness/process.ts";
import { until } from "./harness/wait.ts";

/*
 * Groups of nodes: two Envoys of one control plane that are given different models. They share a machine and
 * so the gateway's port; a connection is one Envoy's for as long as it lasts, and its first answer says whose.
 */

interface Ports {
  readonly xds: number;
  readonly admin: number;
  readonly gateway: number;
  readonly gpt: number;
  readonly gemini: number;
}

let folder: string;
let processes: Process[];
let connections: Client[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-groups-"));
  processes = [];
  connections = [];
});

afterEach(async () => {
  for (const connection of connections) await connection.destroy();
  for (const one of processes.reverse()) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("each Envoy has its own group's models and no trace of the other's, and an edit moves models and nodes", async () => {
  const [xds = 0, admin = 0, gateway = 0, gpt = 0, gemini = 0, euAdmin = 0, usAdmin = 0, strayAdmin = 0] =
    await freePorts(8);
  const ports = { xds, admin, gateway, gpt, gemini };
  fairlead("demo", "backend", "--port", `${gpt}`, "--name", "backend-of-gpt");
  fairlead("demo", "backend", "--port", `${gemini}`, "--name", "backend-of-gemini");
  edit(
    ports,
    'eu: { nodes: [{ id: "eu-*" }], models: [gpt] }',
    "us: { nodes: [{ cluster: us }], models: [gemini] }",
  );
  const plane = fairlead("serve", "--config", "fairlead.yaml", "--log-format", "json");
  await until("the control plane serves", () => plane.output.includes("serving the configuration"));
  envoyRun("eu-1", "edge", xds, euAdmin);
  envoyRun("core-1", "us", xds, usAdmin);
  await until("both Envoys are live", async () => (await live(euAdmin)) && (await live(usAdmin)));

  const eu = await connectionTo(gateway, ["gpt"]);
  const us = await connectionTo(gateway, ["gemini"]);
  expect(await statuses(eu)).toEqual({ gpt: 200, gemini: 404 });
  expect(await statuses(us)).toEqual({ gpt: 404, gemini: 200 });
  const hasGpt = ["credential/acme", `"port_value": ${gpt}`, '"gpt"'];
  const hasGemini = ["credential/other", `"port_value": ${gemini}`, '"gemini"'];
  expect(await found(euAdmin, hasGpt)).toEqual(hasGpt);
  expect(await found(euAdmin, [...hasGemini, "gemini", "other"])).toEqual([]);
  expect(await found(usAdmin, hasGemini)).toEqual(hasGemini);
  expect(await found(usAdmin, [...hasGpt, "gpt", "acme"])).toEqual([]);

  const stray = envoyRun("stray", "nowhere", xds, strayAdmin);
  const refusal = 'node \\"stray\\" of cluster \\"nowhere\\" belongs to no group';
  await until("a node of no group is refused, and told why", () => plane.output.includes(refusal));
  expect(await found(strayAdmin, ["gpt", "gemini", "credential/"])).toEqual([]);
  await stray.stop();

  const ended = endedStreams(plane);
  edit(
    ports,
    'eu: { nodes: [{ id: "eu-*" }], models: [gpt, gemini] }',
    "us: { nodes: [{ cluster: us }], models: [gpt] }",
  );
  await until("the models are moved", async () => (await statuses(us)).gemini === 404);
  await until("and are there", async () => (await statuses(eu)).gemini === 200);
  expect(await statuses(eu)).toEqual({ gpt: 200, gemini: 200 });
  expect(await statuses(us)).toEqual({ gpt: 200, gemini: 404 });
  expect(await models(us)).toEqual(["gpt"]);
  await until("nothing of it is left", async () => (await found(usAdmin, hasGemini)).length === 0);
  expect(endedStreams(plane)).toBe(ended);

  edit(ports, 'all: { nodes: [{ id: "*-1" }] }');
  const seen = new Set<number>();
  await until("the Envoy is of the other group", async () => {
    const { gpt: always = 0, gemini: now = 0 } = await statuses(us);
    seen.add(always);
    return now === 200;
  });
  expect([...seen]).toEqual([200]);
  expect(endedStreams(plane)).toBeGreaterThan(ended);
  expect(await found(usAdmin, [...hasGemini, "credential/acme"])).toEqual([...hasGemini, "credential/acme"]);
});

function edit(ports: Ports, ...groups: readonly string[]): void {
  const text = `
gateway: { listen: "127.0.0.1:${ports.gateway}" }
admin: { listen: "127.0.0.1:${ports.admin}" }
xds: { listen: "127.0.0.1:${ports.xds}" }
healthCheck: { interval: 500ms, timeout: 500ms }
providers:
  acme: { credential: { env: TEST_KEY } }
  other: { credential: { env: OTHER_KEY } }
pools:
  gpt: { endpoints: [{ url: "http://127.0.0.1:${ports.gpt}/v1", provider: acme }] }
  gemini: { endpoints: [{ url: "http://127.0.0.1:${ports.gemini}/v1", provider: other }] }
groups:
  ${groups.join("\n  ")}
`;
  writeFileSync(join(folder, "fairlead.yaml"), text);
}

function fairlead(...args: readonly string[]): Process {
  const main = join(import.meta.dirname, "../../src/main.ts");
  const keys = { TEST_KEY: "sk-test-secret-canary-1", OTHER_KEY: "sk-test-secret-canary-2" };
  const made = Process.start("fairlead", process.execPath, [main, ...args], keys, folder);
  processes.push(made);
  return made;
}

function envoyRun(id: string, cluster: string, xds: number, admin: number): Process {
  const addresses = ["--xds", `127.0.0.1:${xds}`, "--admin", `127.0.0.1:${admin}`];
  return fairlead("envoy", "run", "--node-id", id, "--cluster", cluster, ...addresses);
}

async function live(admin: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${admin}/ready`).catch(() => undefined);
  return response?.status === 200;
}

/** Which of these words are anywhere in what an Envoy has. */
async function found(admin: number, words: readonly string[]): Promise<readonly string[]> {
  const dump = await (await fetch(`http://127.0.0.1:${admin}/config_dump?include_eds`)).text();
  return words.filter((word) => dump.includes(word));
}

/** Connects until it is to the Envoy that lists these models. */
function connectionTo(gateway: number, listed: readonly string[]): Promise<Client> {
  return until(`an Envoy lists ${listed.join()}`, async () => {
    // A new connection could be the other Envoy's, so this one is to last.
    const connection = new Client(`http://127.0.0.1:${gateway}`, { keepAliveTimeout: 60_000 });
    connections.push(connection);
    return (await models(connection)).join() === listed.join() ? connection : undefined;
  });
}

async function models(connection: Client): Promise<readonly string[]> {
  const { body } = await connection.request({ method: "GET", path: "/v1/models" });
  return ((await body.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
}

/** Status of a request for each model, by model. */
async function statuses(connection: Client): Promise<Readonly<Record<string, number>>> {
  const asked: Record<string, number> = {};
  for (const model of ["gpt", "gemini"]) {
    const { statusCode, body } = await connection.request({
      method: "POST",
      path: "/v1/chat/completions",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model, messages: [{ role: "user", content: "hello" }] }),
    });
    await body.dump();
    asked[model] = statusCode;
  }
  return asked;
}

function endedStreams(plane: Process): number {
  return plane.output.split("an xDS stream has ended").length - 1;
}
