import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Column, percentile, printTable } from "../figures.ts";
import { ServerProcess } from "../server-process.ts";
import { buildPeer } from "./build-peer.ts";
import { type Dialect, LoadStream, scriptOf } from "./load-client.ts";

type ServerName = "fairlead" | "go-control-plane";

const help = `npm run bench:xds -- [options]

First sync, and one changed load assignment after the other, from a server to N streams: ours, and
go-control-plane where Go is installed. 10 endpoints a pool, one TCP connection a stream.

  --cases LIST    streams/pools/dialect, e.g. 1000/10/delta,100/1000/sotw   (default: a set of some minutes);
                  "all": 10, 100, 1000, 3000 streams × 10, 1000, 10000 pools × both dialects (an hour)
  --servers LIST  fairlead,go-control-plane                                  (default: both)
  --changes N     changes measured for each case                             (default: 20)
  --json FILE     where to write the figures, too
`;

const { values } = parseArgs({
  options: {
    cases: {
      type: "string",
      default:
        "10/10/sotw,100/10/delta,1000/10/delta,3000/10/delta,100/1000/sotw,100/1000/delta,1000/1000/delta,100/10000/delta",
    },
    servers: { type: "string", default: "fairlead,go-control-plane" },
    changes: { type: "string", default: "20" },
    json: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});

interface Figures {
  readonly server: ServerName;
  readonly streams: number;
  readonly pools: number;
  readonly dialect: Dialect;
  readonly firstSyncP50Ms: number;
  readonly firstSyncMaxMs: number;
  readonly firstSyncCpuMs: number;
  readonly changeP50Ms: number;
  readonly changeP99Ms: number;
  readonly cpuPerDeliveryUs: number;
  readonly bytesPerChange: number;
  readonly rssPerStreamKiB: number;
  /** Ours only, measured in a run of its own: CPU time of the longest turn of the event loop. */
  readonly longestSyncTurnMs: number | undefined;
  readonly longestChangeTurnMs: number | undefined;
}

if (values.help) console.log(help);
else await main();

async function main(): Promise<void> {
  const wanted = values.servers.split(",");
  const peer = wanted.includes("go-control-plane") ? buildPeer() : undefined;
  if (wanted.includes("go-control-plane") && peer === undefined)
    console.log("go-control-plane is not measured: `go build` failed");
  const commands: [ServerName, readonly string[]][] = [];
  if (wanted.includes("fairlead"))
    commands.push(["fairlead", [process.execPath, join(import.meta.dirname, "server-ours.ts")]]);
  if (peer !== undefined) commands.push(["go-control-plane", [peer.path]]);
  const figures: Figures[] = [];
  try {
    for (const one of casesOf(values.cases)) {
      for (const [server, command] of commands) {
        if (server === "go-control-plane" && tooLargeForPeer(one)) {
          console.log(`go-control-plane is not measured at ${one}: it would take more than 16 GiB`);
          continue;
        }
        process.stderr.write(`${one} ${server} …\n`);
        const measured = await measure(server, command, one, false);
        const turns = server === "fairlead" ? await measure(server, command, one, true) : undefined;
        figures.push({
          ...measured,
          longestSyncTurnMs: turns?.longestSyncTurnMs,
          longestChangeTurnMs: turns?.longestChangeTurnMs,
        });
      }
    }
  } finally {
    peer?.remove();
  }
  print(figures);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}

function casesOf(text: string): readonly string[] {
  if (text !== "all") return text.split(",");
  return [10, 100, 1_000, 3_000].flatMap((streams) =>
    [10, 1_000, 10_000].flatMap((pools) =>
      ["sotw", "delta"].map((dialect) => `${streams}/${pools}/${dialect}`),
    ),
  );
}

/** It takes 7 MiB for each stream with 10,000 pools. */
function tooLargeForPeer(one: string): boolean {
  const [streams = 0, pools = 0] = one.split("/").map(Number);
  return streams * pools > 20_000_000;
}

/** @param watched measures turns of the event loop, which costs a core: the other figures are none then */
async function measure(
  server: ServerName,
  command: readonly string[],
  one: string,
  watched: boolean,
): Promise<Figures> {
  const [streamsText, poolsText, dialectText] = one.split("/");
  const streams = Number(streamsText);
  const pools = Number(poolsText);
  const dialect: Dialect = dialectText === "sotw" ? "sotw" : "delta";
  const process = await ServerProcess.start(command);
  const clients: LoadStream[] = [];
  try {
    await process.ask({ op: "load", pools });
    const idleKiB = process.rssKiB();
    if (watched) await process.ask({ op: "watch" });
    await process.ask({ op: "stats" });
    const cpuBefore = process.cpuUs();
    const script = scriptOf(dialect, pools);
    for (let index = 0; index < streams; index += 1) {
      clients.push(new LoadStream(process.port, script));
      // A thousand connects in one round of the loop would only measure the client's own queue.
      if (index % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
    }
    const syncs = await Promise.all(clients.map(({ synced }) => synced));
    await pause(500);
    const firstSyncCpuMs = (process.cpuUs() - cpuBefore) / 1_000;
    const syncStats = await process.ask({ op: "stats" });
    const rssPerStreamKiB = (process.rssKiB() - idleKiB) / streams;
    const changes = await measureChanges(process, clients, pools);
    const changeStats = await process.ask({ op: "stats" });
    return {
      server,
      streams,
      pools,
      dialect,
      firstSyncP50Ms: percentile(syncs, 50),
      firstSyncMaxMs: percentile(syncs, 100),
      firstSyncCpuMs,
      ...changes,
      rssPerStreamKiB,
      longestSyncTurnMs: figure(syncStats.longestTurnMs),
      longestChangeTurnMs: figure(changeStats.longestTurnMs),
    };
  } finally {
    for (const client of clients) client.close();
    await process.stop();
  }
}

async function measureChanges(process: ServerProcess, clients: readonly LoadStream[], pools: number) {
  const changes = Number(values.changes);
  const latenciesMs: number[] = [];
  let bytes = 0;
  let cpuUs = 0;
  // The first ones warm both sides up: some thousands of deliveries, as a server in use has behind it.
  const warmUps = Math.max(3, Math.min(3_000, Math.ceil(30_000 / clients.length)));
  for (let change = -warmUps; change < changes; change += 1) {
    const arrived: bigint[] = [];
    const all = new Promise<void>((resolve) => {
      for (const client of clients) {
        client.onChange = (atNs, size) => {
          arrived.push(atNs);
          bytes += change < 0 ? 0 : size;
          if (arrived.length === clients.length) resolve();
        };
      }
    });
    const before = process.cpuUs();
    const { atNs } = await process.ask({
      op: "change",
      pool: (change + warmUps) % pools,
      weight: change + warmUps + 2,
    });
    await all;
    // The answers are part of the work.
    await pause(change < 0 ? 5 : 150);
    if (change < 0) continue;
    cpuUs += process.cpuUs() - before;
    latenciesMs.push(...arrived.map((at) => Number(at - BigInt(String(atNs))) / 1e6));
  }
  const deliveries = changes * clients.length;
  return {
    changeP50Ms: percentile(latenciesMs, 50),
    changeP99Ms: percentile(latenciesMs, 99),
    cpuPerDeliveryUs: cpuUs / deliveries,
    bytesPerChange: bytes / deliveries,
  };
}

function print(figures: readonly Figures[]): void {
  const columns: readonly Column<Figures>[] = [
    ["streams", ({ streams }) => `${streams}`],
    ["pools", ({ pools }) => `${pools}`],
    ["dialect", ({ dialect }) => dialect],
    ["server", ({ server }) => server],
    ["first sync p50 / max ms", (f) => `${f.firstSyncP50Ms.toFixed(0)} / ${f.firstSyncMaxMs.toFixed(0)}`],
    ["sync CPU ms", ({ firstSyncCpuMs }) => firstSyncCpuMs.toFixed(0)],
    ["change p50 / p99 ms", (f) => `${f.changeP50Ms.toFixed(1)} / ${f.changeP99Ms.toFixed(1)}`],
    ["CPU/delivery µs", ({ cpuPerDeliveryUs }) => cpuPerDeliveryUs.toFixed(0)],
    ["bytes", ({ bytesPerChange }) => bytesPerChange.toFixed(0)],
    ["RSS/stream KiB", ({ rssPerStreamKiB }) => rssPerStreamKiB.toFixed(0)],
    [
      "longest turn ms (sync / change)",
      (f) => `${f.longestSyncTurnMs?.toFixed(0) ?? "-"} / ${f.longestChangeTurnMs?.toFixed(0) ?? "-"}`,
    ],
  ];
  printTable(columns, figures);
}

function figure(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
