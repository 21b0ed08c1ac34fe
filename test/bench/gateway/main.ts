import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Fleet } from "../../e2e/harness/fleet.ts";
import { freePorts } from "../../e2e/harness/free-port.ts";
import { setup } from "../../e2e/harness/global-setup.ts";
import type { Process } from "../../e2e/harness/process.ts";
import { until } from "../../e2e/harness/wait.ts";
import { percentile, printTable } from "../figures.ts";
import { cpuUs, memoryKiB } from "../process-figures.ts";
import { startBackend } from "./backend.ts";
import { send } from "./load.ts";
import { startPlainEnvoy } from "./plain-envoy.ts";

const help = `npm run bench:gateway -- [options]

What a request costs Envoy: a plain route against ours, in one run. Two real Envoys with one worker each stand before
the same backend: one with a static route and nothing else, one configured by a real control plane. Load goes to them
in turns, so that a busy machine is busy for both; what counts is the CPU time of the Envoy process per request, and
the ratio of each pair of turns. Latencies are the client's; client and backend share a process and the machine.

  --cases LIST     body/answer/concurrency, e.g. 1k/json/16,1k/sse300/1   (default: a set of some minutes; "all": each
                   of 1k, 100k, 500k, 5m with json, sse20, sse300 at 1, 16 and 64)
  --rounds N       pairs of turns for each case                           (default: 5)
  --seconds N      about how long a turn takes                            (default: 1.5)
  --json FILE      where to write the figures, too
`;

const { values } = parseArgs({
  options: {
    cases: {
      type: "string",
      default:
        "1k/json/1,1k/json/16,1k/json/64,1k/sse20/1,1k/sse20/16,1k/sse300/16,100k/json/16,500k/json/16,5m/json/1",
    },
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "1.5" },
    json: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});

const sizes: Readonly<Record<string, number>> = {
  "1k": 1_000,
  "100k": 100_000,
  "500k": 500_000,
  "5m": 5_000_000,
};
const answers: Readonly<Record<string, number>> = { json: 0, sse20: 20, sse300: 300 };
const concurrencies = [1, 16, 64];

interface Case {
  readonly name: string;
  readonly body: string;
  readonly concurrency: number;
}

interface Side {
  readonly cpuUs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface Figures {
  readonly case: string;
  readonly plain: Side;
  readonly ours: Side;
  /** Of the CPU, pair by pair. */
  readonly ratio: number;
  readonly ratioMin: number;
  readonly ratioMax: number;
  /** RSS of our Envoy after the case. */
  readonly rssMiB: number;
}

if (values.help) console.log(help);
else await main(casesOf(values.cases));

async function main(cases: readonly Case[]): Promise<void> {
  await setup();
  const [backendPort = 0, port = 0, admin = 0] = await freePorts(3);
  const backend = startBackend(backendPort);
  const fleet = await Fleet.start({
    backends: 0,
    concurrency: 1,
    yaml: () => `
providers: { main: { credential: { env: TEST_KEY } } }
healthCheck: { interval: 60s, timeout: 5s }
pools: { gpt: { endpoints: [{ url: "http://127.0.0.1:${backendPort}/v1/backend-1", provider: main }] } }
models: { gpt: { pool: gpt } }`,
  });
  const plain = startPlainEnvoy({ folder: fleet.folder, port, admin, backend: backendPort });
  const figures: Figures[] = [];
  try {
    await until("the plain Envoy answers", async () => (await fetch(`http://127.0.0.1:${port}/health`)).ok);
    const targets = {
      plain: { port, envoy: plain },
      ours: { port: fleet.places.gateway, envoy: fleet.envoy },
    };
    for (const one of cases) {
      process.stderr.write(`${one.name} …\n`);
      figures.push(await compare(one, targets));
    }
  } finally {
    await plain.stop();
    await fleet.close();
    backend.close();
    backend.closeAllConnections();
  }
  print(figures);
  const report = {
    what: "Envoy CPU per request, microseconds",
    envoy: "1.40.0",
    workers: 1,
    results: figures,
  };
  if (values.json === undefined) process.stdout.write(`${JSON.stringify(report)}\n`);
  else writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

function casesOf(text: string): readonly Case[] {
  const names =
    text === "all"
      ? Object.keys(sizes).flatMap((size) =>
          Object.keys(answers).flatMap((answer) => concurrencies.map((many) => `${size}/${answer}/${many}`)),
        )
      : text.split(",");
  return names.map((name) => {
    const [size = "", answer = "", concurrency = ""] = name.split("/");
    const bytes = sizes[size];
    const chunks = answers[answer];
    if (bytes === undefined || chunks === undefined || !(Number(concurrency) > 0))
      throw new Error(`${name} is no case; one is like 1k/json/16`);
    const messages = [{ role: "user", content: "x".repeat(bytes) }];
    // What the backend looks at comes first.
    const body = { model: "gpt", ...(chunks > 0 ? { stream: true, max_tokens: chunks } : {}), messages };
    return { name, body: JSON.stringify(body), concurrency: Number(concurrency) };
  });
}

interface Target {
  readonly port: number;
  readonly envoy: Process;
}

/** In turns; the medians of each side, and the median of the ratios pair by pair. */
async function compare(
  one: Case,
  { plain, ours }: { readonly plain: Target; readonly ours: Target },
): Promise<Figures> {
  const requests = await requestsFor(one, ours);
  await send(plain.port, one.body, requests, one.concurrency);
  const turns: { readonly plain: Side; readonly ours: Side }[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1)
    turns.push({ plain: await turn(plain, one, requests), ours: await turn(ours, one, requests) });
  const ratios = turns.map((pair) => pair.ours.cpuUs / pair.plain.cpuUs);
  return {
    case: one.name,
    plain: middle(turns.map((pair) => pair.plain)),
    ours: middle(turns.map((pair) => pair.ours)),
    ratio: percentile(ratios, 50),
    ratioMin: Math.min(...ratios),
    ratioMax: Math.max(...ratios),
    rssMiB: memoryKiB(ours.envoy.pid, "VmRSS") / 1_024,
  };
}

/** As many as fit into a turn, found by doing some; which warms up, too. */
async function requestsFor({ body, concurrency }: Case, { port }: Target): Promise<number> {
  const some = Math.max(20, 2 * concurrency);
  const startedMs = performance.now();
  await send(port, body, some, concurrency);
  const perRequestMs = (performance.now() - startedMs) / some;
  return Math.max(some, Math.round((Number(values.seconds) * 1_000) / perRequestMs));
}

async function turn({ port, envoy }: Target, { body, concurrency }: Case, requests: number): Promise<Side> {
  const before = cpuUs(envoy.pid);
  const tookMs = await send(port, body, requests, concurrency);
  return {
    cpuUs: (cpuUs(envoy.pid) - before) / requests,
    p50Ms: percentile(tookMs, 50),
    p99Ms: percentile(tookMs, 99),
  };
}

function middle(sides: readonly Side[]): Side {
  const of = (pick: (side: Side) => number) => percentile(sides.map(pick), 50);
  return {
    cpuUs: of(({ cpuUs }) => cpuUs),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
  };
}

function print(figures: readonly Figures[]): void {
  const both = (pick: (side: Side) => number, digits: number) => (one: Figures) =>
    `${pick(one.plain).toFixed(digits)} / ${pick(one.ours).toFixed(digits)}`;
  printTable<Figures>(
    [
      ["body/answer/concurrency", (one) => one.case],
      ["Envoy CPU µs, plain / ours", both(({ cpuUs }) => cpuUs, 0)],
      [
        "ratio (min to max)",
        (f) => `${f.ratio.toFixed(2)} (${f.ratioMin.toFixed(2)} to ${f.ratioMax.toFixed(2)})`,
      ],
      ["p50 ms", both(({ p50Ms }) => p50Ms, 2)],
      ["p99 ms", both(({ p99Ms }) => p99Ms, 2)],
      ["RSS MiB", ({ rssMiB }) => rssMiB.toFixed(0)],
    ],
    figures,
  );
}
