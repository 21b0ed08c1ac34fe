/**
 * What client keys cost Envoy. `npm run bench:keys`.
 *
 * Two real fleets with one worker each before the same backend, one that asks for keys and one that does
 * not. First the CPU time of Envoy per request, in turns, as in `bench:gateway`: one key and thousands,
 * none revoked and 10,000. Then a million keys are issued, with real signatures: what Envoy has been
 * told, and what it holds, before and after. Options: `--rounds N` (7), `--requests N` per round (4000),
 * `--issued N` (1000000), `--json FILE`.
 */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Pool } from "undici";
import { issuedLine, revokedLine } from "../../src/keys/key-lines.ts";
import type { KeyStore } from "../../src/keys/key-store.ts";
import { parseSigningKeys } from "../../src/keys/signing-keys.ts";
import { tokenOf } from "../../src/keys/token.ts";
import { ask } from "../e2e/harness/ask.ts";
import { Fleet } from "../e2e/harness/fleet.ts";
import { freePorts } from "../e2e/harness/free-port.ts";
import { setup } from "../e2e/harness/global-setup.ts";
import { keysOf } from "../e2e/harness/keys.ts";
import { until } from "../e2e/harness/wait.ts";
import { percentile } from "./figures.ts";
import { cpuUs, memoryKiB } from "./process-figures.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    requests: { type: "string", default: "4000" },
    issued: { type: "string", default: "1000000" },
    json: { type: "string" },
  },
});
const requests = Number(options.requests);
const yearMs = 365 * 86_400_000;
/** Keys go on where they stopped, so that all of many are used before one is used again. */
let turn = 0;
const ecds = "extension_config_discovery.http_filter.fairlead";

await setup();
const [backendPort = 0] = await freePorts(1);
const backend = createServer((request, response) => {
  request.resume().on("end", () => response.setHeader("content-type", "application/json").end('{"ok":true}'));
}).listen(backendPort, "127.0.0.1");
const yaml = `healthCheck: { interval: 60s, timeout: 5s }
pools: { gpt: { endpoints: [{ url: "http://127.0.0.1:${backendPort}/v1" }] } }`;
const open = await Fleet.start({ backends: 0, concurrency: 1, yaml: () => yaml });
const keyed = await Fleet.start({ backends: 0, concurrency: 1, yaml: () => `clientKeys: {}\n${yaml}` });
try {
  const store = keysOf(keyed);
  const report = {
    ...(await costs(store)),
    ...(await issuing(store)),
  };
  if (options.json === undefined) process.stdout.write(`${JSON.stringify(report)}\n`);
  else writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await Promise.all([open.close(), keyed.close()]);
  backend.close();
  backend.closeAllConnections();
}

async function costs(store: KeyStore) {
  const [one = ""] = tokens(store, 1, ["*"]);
  const [listed = ""] = tokens(store, 1, ["other", "gpt"]);
  const thousands = tokens(store, 2_000, ["*"]);
  const cases = [
    { name: "one key", use: [one] },
    { name: "one key, with a list of models", use: [listed] },
    { name: "2,000 keys in turn", use: thousands },
  ];
  const results: Record<string, object> = {};
  for (const revoked of [0, 10_000]) {
    if (revoked > 0) results["10,000 revoked"] = await revoke(store, revoked);
    for (const { name, use } of cases) results[`${name}, ${revoked} revoked`] = await compare(use);
  }
  results["checked each time (10,000 keys in turn)"] = await compare(tokens(store, 10_000, ["*"]));
  console.table(results);
  return { costs: results };
}

/** As the store writes it, but for one wait for the disk in all instead of one for each. */
async function revoke(store: KeyStore, count: number) {
  const before = await held();
  const lines = Array.from({ length: count }, (_, index) => {
    const id = `key_${index.toString(16).padStart(20, "0")}`;
    return revokedLine({ id, revokedMs: Date.now(), expiresMs: Date.now() + yearMs });
  });
  const reloads = await keyed.envoyStat(`${ecds}.revoked_keys.config_reload`);
  const startedMs = performance.now();
  appendFileSync(join(keyed.folder, "fairlead-keys/revoked.jsonl"), `${lines.join("\n")}\n`, { mode: 0o600 });
  const taken = async () => (await keyed.envoyStat(`${ecds}.revoked_keys.config_reload`)) > reloads;
  await until("Envoy has the revoked ids", taken);
  const liveMs = Math.round(performance.now() - startedMs);
  const after = await held();
  const one = store.create(
    { name: "one more", team: undefined, models: ["*"], expiresMs: Date.now() + yearMs },
    Date.now(),
  );
  const oneMs = performance.now();
  await store.revoke(one.key.id, Date.now());
  await until("one more is refused", async () => (await ask(keyed.gateway, one.token)).status === 401);
  const oneMoreMs = Math.round(performance.now() - oneMs);
  return {
    "one more, live after ms": oneMoreMs,
    "live after ms": liveMs,
    "Envoy MB more": round(after.allocatedMb - before.allocatedMb),
  };
}

async function compare(use: readonly string[]) {
  const off: number[] = [];
  const on: number[] = [];
  await send(open, [], 300);
  await send(keyed, use, Math.max(300, use.length));
  for (let round = 0; round < Number(options.rounds); round += 1) {
    off.push(await cost(open, []));
    on.push(await cost(keyed, use));
  }
  return {
    "without keys µs": round(percentile(off, 50)),
    "with keys µs": round(percentile(on, 50)),
    "more µs": round(
      percentile(
        on.map((us, at) => us - (off[at] ?? us)),
        50,
      ),
    ),
  };
}

async function issuing(store: KeyStore) {
  const count = Number(options.issued);
  const few = 500;
  const storedMs = performance.now();
  for (let made = 0; made < few; made += 1) tokens(store, 1, ["*"]);
  const perKeyMs = (performance.now() - storedMs) / few;
  const before = { ...(await told()), ...(await held()) };
  const startedMs = performance.now();
  const kept = issue(count - few);
  const signedS = (performance.now() - startedMs) / 1_000;
  // Longer than a change of the followed files takes to arrive.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const after = { ...(await told()), ...(await held()) };
  await send(keyed, kept, kept.length);
  const used = await held();
  const listedMs = performance.now();
  let listed = 0;
  for await (const _ of store.list()) listed += 1;
  const listMs = Math.round(performance.now() - listedMs);
  console.table({ before, after, [`after ${kept.length} of them called`]: used });
  const figures = {
    issued: count,
    listed,
    listMs,
    "stored ms each": round(perKeyMs),
    "signed s": round(signedS),
  };
  console.table([figures]);
  return { issuing: { before, after, used, ...figures } };
}

/**
 * Issues keys with a signature each, as the store does, but for one wait for the disk in a thousand keys
 * instead of one for each. Gives every thousandth token.
 */
function issue(count: number): readonly string[] {
  const folder = join(keyed.folder, "fairlead-keys");
  const parsed = parseSigningKeys(readFileSync(join(folder, "signing-keys.json"), "utf8"));
  if (!parsed.ok) throw new Error(parsed.error);
  const { signing } = parsed.value;
  const kept: string[] = [];
  let lines: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const nowMs = Date.now();
    const id = `key_${made.toString(16).padStart(20, "f")}`;
    const key = { id, name: `client ${made}`, team: `team ${made % 100}`, models: ["*"], createdMs: nowMs };
    const issued = { ...key, expiresMs: nowMs + yearMs, revokedMs: undefined };
    const token = tokenOf(issued, signing);
    if (made % 1_000 === 0) kept.push(token);
    lines.push(issuedLine({ key: issued, kid: signing.kid }));
    if (lines.length < 1_000 && made + 1 < count) continue;
    appendFileSync(join(folder, "issued.jsonl"), `${lines.join("\n")}\n`, { flush: true });
    lines = [];
  }
  return kept;
}

function tokens(store: KeyStore, count: number, models: readonly string[]): readonly string[] {
  return Array.from({ length: count }, () => {
    const nowMs = Date.now();
    return store.create({ name: "bench", team: "bench", models, expiresMs: nowMs + yearMs }, nowMs).token;
  });
}

/** What Envoy has been told of keys: versions, and how often. */
async function told() {
  const stats = await (
    await fetch(`${keyed.envoyAdmin}/stats?filter=${ecds}.*(version_text|config_reload)`)
  ).text();
  const metrics = await (await fetch(`${keyed.admin}/metrics`)).text();
  const pushes = [...metrics.matchAll(/^fairlead_xds_pushes_total\{.*\} (\d+)$/gm)];
  return {
    versions: [...stats.matchAll(/version_text: "(\w+)"/g)].map(([, version]) => version).join(" "),
    reloads: [...stats.matchAll(/config_reload: (\d+)/g)].map(([, count]) => count).join(" "),
    listenerModified: await keyed.envoyStat("listener_manager.listener_modified"),
    pushes: pushes.reduce((sum, [, count]) => sum + Number(count), 0),
  };
}

async function held() {
  const memory = (await (await fetch(`${keyed.envoyAdmin}/memory`)).json()) as { allocated: string };
  return {
    allocatedMb: round(Number(memory.allocated) / 1_048_576),
    envoyRssMb: round(memoryKiB(keyed.envoy.pid, "VmRSS") / 1_024),
    controlPlaneRssMb: round(memoryKiB(keyed.controlPlane.pid, "VmRSS") / 1_024),
  };
}

async function cost(fleet: Fleet, use: readonly string[]): Promise<number> {
  const before = cpuUs(fleet.envoy.pid);
  await send(fleet, use, requests);
  return (cpuUs(fleet.envoy.pid) - before) / requests;
}

async function send(fleet: Fleet, use: readonly string[], count: number): Promise<void> {
  const pool = new Pool(fleet.gateway, { connections: 8 });
  const body = JSON.stringify({ model: "gpt", messages: [{ role: "user", content: "x".repeat(1_000) }] });
  let sent = 0;
  const inTurn = () => use[turn++ % use.length];
  const worker = async () => {
    while (sent < count) {
      const token = inTurn();
      sent += 1;
      const { statusCode, body: answer } = await pool.request({
        path: "/v1/chat/completions",
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body,
      });
      await answer.dump();
      if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await pool.close();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
