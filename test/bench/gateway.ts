/**
 * What a request costs Envoy: a plain route against ours, in one run. `npm run bench:gateway`.
 *
 * Two real Envoys with one worker each stand before the same backend: one with a static route and
 * nothing else, one configured by a real control plane (body inspection, model routing, credential,
 * path and host per endpoint, retries, outlier detection); a model that the backend calls otherwise, and a chain of
 * two pools, are cases of their own. Load goes to them in turns, so that a busy
 * machine is busy for both; what counts is the CPU time of the Envoy process per request, read from
 * Linux's scheduler, and the ratio of each pair of turns. Options: `--rounds N` (7), `--requests N`
 * per round (4000), `--json FILE`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Pool } from "undici";
import { stringify } from "yaml";
import { Fleet } from "../e2e/harness/fleet.ts";
import { freePorts } from "../e2e/harness/free-port.ts";
import { setup } from "../e2e/harness/global-setup.ts";
import { Process } from "../e2e/harness/process.ts";
import { until } from "../e2e/harness/wait.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    requests: { type: "string", default: "4000" },
    json: { type: "string" },
  },
});

const prompt = "x".repeat(1_000);
const cases = [
  {
    name: "JSON, 1.1 KB prompt",
    body: { model: "gpt", messages: [{ role: "user", content: prompt }] },
    share: 1,
  },
  {
    name: "JSON, 1.1 KB prompt, renamed",
    body: { model: "alias", messages: [{ role: "user", content: prompt }] },
    share: 1,
  },
  {
    name: "JSON, 1.1 KB prompt, fallback",
    body: { model: "smart", messages: [{ role: "user", content: prompt }] },
    share: 1,
  },
  {
    name: "SSE, 100 chunks at once",
    body: { model: "gpt", stream: true, messages: [{ role: "user", content: prompt }] },
    share: 0.1,
  },
  {
    name: "JSON, 500 KB prompt",
    body: { model: "gpt", messages: [{ role: "user", content: "x".repeat(500_000) }] },
    share: 0.05,
  },
  {
    name: "JSON, 500 KB prompt, renamed",
    body: { model: "alias", messages: [{ role: "user", content: "x".repeat(500_000) }] },
    share: 0.05,
  },
];

await setup();
const [backendPort = 0, plainPort = 0, plainAdmin = 0] = await freePorts(3);
const backend = startBackend(backendPort);
const fleet = await Fleet.start({
  backends: 0,
  concurrency: 1,
  yaml: () => `
providers: { main: { credential: { env: TEST_KEY } } }
healthCheck: { interval: 60s, timeout: 5s }
pools:
  gpt: { endpoints: [{ url: "http://127.0.0.1:${backendPort}/v1/backend-1", provider: main }] }
  spare: { endpoints: [{ url: "http://127.0.0.1:${backendPort}/v1/backend-2", provider: main }] }
models:
  gpt: { pool: gpt }
  spare: { pool: spare }
  alias: { pool: gpt, upstreamModel: gpt-4.1-mini }
  smart: { fallback: [gpt, spare] }`,
});
const plain = startPlainEnvoy();
try {
  await until(
    "the plain Envoy answers",
    async () => (await fetch(`http://127.0.0.1:${plainPort}/health`)).ok,
  );
  const results = [];
  for (const { name, body, share } of cases) {
    const requests = Math.max(50, Math.round(Number(options.requests) * share));
    process.stderr.write(`${name}: ${options.rounds} rounds of ${requests} requests each way\n`);
    results.push({ case: name, ...(await compare(JSON.stringify(body), requests)) });
  }
  console.table(Object.fromEntries(results.map(({ case: name, ...figures }) => [name, figures])));
  const report = { what: "Envoy CPU per request, microseconds", envoy: "1.40.0", workers: 1, results };
  if (options.json === undefined) process.stdout.write(`${JSON.stringify(report)}\n`);
  else writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await plain.stop();
  await fleet.close();
  backend.close();
  backend.closeAllConnections();
}

/** Rounds in turns; the medians of each side, and the median of the ratios pair by pair. */
async function compare(body: string, requests: number) {
  const targets = {
    plain: { port: plainPort, envoy: plain },
    ours: { port: fleet.places.gateway, envoy: fleet.envoy },
  };
  for (const target of Object.values(targets)) await send(target.port, body, Math.min(requests, 200));
  const plainUs: number[] = [];
  const oursUs: number[] = [];
  for (let round = 0; round < Number(options.rounds); round += 1) {
    plainUs.push(await cost(targets.plain, body, requests));
    oursUs.push(await cost(targets.ours, body, requests));
  }
  const ratios = oursUs.map((us, round) => us / (plainUs[round] ?? us));
  return {
    "plain µs": Math.round(median(plainUs)),
    "ours µs": Math.round(median(oursUs)),
    ratio: round2(median(ratios)),
    "ratio min": round2(Math.min(...ratios)),
    "ratio max": round2(Math.max(...ratios)),
  };
}

async function cost(
  { port, envoy }: { port: number; envoy: Process },
  body: string,
  requests: number,
): Promise<number> {
  const before = cpuUs(envoy.pid);
  await send(port, body, requests);
  return (cpuUs(envoy.pid) - before) / requests;
}

async function send(port: number, body: string, requests: number): Promise<void> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 8 });
  let left = requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const { statusCode, body: answer } = await pool.request({
        path: "/v1/chat/completions",
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      await answer.dump({ limit: 10_000_000 });
      if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  await pool.close();
}

/** CPU time of all threads of a process so far, in microseconds (the scheduler's own account, in ns). */
function cpuUs(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const ns = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
  return ns.reduce((sum, one) => sum + one, 0) / 1_000;
}

/** As little work as possible: the answers are made once. */
function startBackend(port: number) {
  const json = JSON.stringify({
    id: "x",
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content: "hello" }, finish_reason: "stop" }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  });
  const chunk = `data: ${JSON.stringify({ object: "chat.completion.chunk", choices: [{ index: 0, delta: { content: "x" } }] })}\n\n`;
  return createServer((request, response) => {
    let streaming = false;
    request.on("data", (data: Buffer) => {
      streaming ||= data.includes('"stream":true');
    });
    request.on("end", () => {
      response.setHeader("content-type", streaming ? "text/event-stream" : "application/json");
      if (!streaming) return response.end(json);
      for (let index = 0; index < 100; index += 1) response.write(chunk);
      return response.end("data: [DONE]\n\n");
    });
  }).listen(port, "127.0.0.1");
}

function startPlainEnvoy(): Process {
  const type = (name: string) => `type.googleapis.com/envoy.extensions.${name}`;
  const socket = (port: number) => ({ socket_address: { address: "127.0.0.1", port_value: port } });
  const config = {
    admin: { address: socket(plainAdmin) },
    static_resources: {
      listeners: [
        {
          address: socket(plainPort),
          per_connection_buffer_limit_bytes: 20_000_000,
          filter_chains: [
            {
              filters: [
                {
                  name: "hcm",
                  typed_config: {
                    "@type": type("filters.network.http_connection_manager.v3.HttpConnectionManager"),
                    stat_prefix: "plain",
                    route_config: {
                      virtual_hosts: [
                        {
                          name: "all",
                          domains: ["*"],
                          routes: [{ match: { prefix: "/" }, route: { cluster: "backend" } }],
                        },
                      ],
                    },
                    http_filters: [
                      { name: "router", typed_config: { "@type": type("filters.http.router.v3.Router") } },
                    ],
                  },
                },
              ],
            },
          ],
        },
      ],
      clusters: [
        {
          name: "backend",
          type: "STATIC",
          load_assignment: {
            cluster_name: "backend",
            endpoints: [{ lb_endpoints: [{ endpoint: { address: socket(backendPort) } }] }],
          },
        },
      ],
    },
  };
  const file = join(fleet.folder, "plain.yaml");
  writeFileSync(file, stringify(config));
  const args = ["-c", file, "--disable-hot-restart", "--concurrency", "1", "--log-level", "error"];
  return Process.start("plain envoy", process.env.FAIRLEAD_E2E_ENVOY_BIN ?? "envoy", args);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
