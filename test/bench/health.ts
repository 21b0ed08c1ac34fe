/**
 * What health checks cost: `node test/bench/health.ts [--targets 10000] [--origins 1000] [--interval 10]
 * [--seconds 60] [--failing 0]`. Backends live in a child process on loopback, so that the numbers are the
 * prober's own. Prints a line every few seconds and a JSON line at the end. `--failing` is the share of
 * probes that are answered with 503, hung up on, or redirected, in turn.
 */

import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import type { Fact } from "../../src/facts/fact.ts";
import { systemClock } from "../../src/grpc/system-clock.ts";
import { usualTls } from "../../src/model/backend-tls.ts";
import type { EndpointId } from "../../src/model/pool.ts";
import { startProber } from "../../src/observe/prober.ts";

const { values } = parseArgs({
  options: {
    targets: { type: "string", default: "10000" },
    origins: { type: "string", default: "1000" },
    interval: { type: "string", default: "10" },
    seconds: { type: "string", default: "60" },
    failing: { type: "string", default: "0" },
    backends: { type: "boolean", default: false },
  },
});
const [targets, origins, intervalS, seconds, failing] = [
  Number(values.targets),
  Number(values.origins),
  Number(values.interval),
  Number(values.seconds),
  Number(values.failing),
];

if (values.backends) await serveBackends();
else await measure();

async function serveBackends(): Promise<void> {
  let asked = 0;
  const servers = Array.from({ length: origins }, () =>
    createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
      asked += 1;
      if (Math.random() >= failing) response.end('{"status":"ok"}');
      else if (asked % 3 === 0) request.socket.destroy();
      else response.writeHead(asked % 3 === 1 ? 503 : 302, { location: "/login" }).end();
    }).listen(0, "127.0.0.1"),
  );
  await Promise.all(servers.map((server) => once(server, "listening")));
  process.send?.(servers.map((server) => (server.address() as AddressInfo).port));
  process.once("disconnect", () => process.exit());
}

async function measure(): Promise<void> {
  const child = fork(import.meta.filename, [...process.argv.slice(2), "--backends"]);
  const [ports] = (await once(child, "message")) as [number[]];
  const counts = { answered: 0, failed: 0, other: 0 };
  const report = (fact: Fact) => {
    if (fact.kind === "probe-answered") counts.answered += 1;
    else if (fact.kind === "probe-failed") counts.failed += 1;
    else counts.other += 1;
  };
  const prober = startProber({
    report,
    clock: systemClock,
    random: Math.random,
    log: { debug() {}, info() {}, warn: console.warn, error: console.error },
  });
  const before = process.memoryUsage().rss;
  prober.watch(
    Array.from({ length: targets }, (_, at) => ({
      endpoint: `target-${at}` as EndpointId,
      url: { scheme: "http", host: "127.0.0.1", port: ports[at % ports.length] ?? 0, path: `/v1/${at}` },
      check: {
        path: "/health",
        intervalMs: intervalS * 1_000,
        timeoutMs: Math.min(5_000, intervalS * 1_000),
        unhealthyThreshold: 3,
        healthyThreshold: 2,
        degradedLatencyMs: 2_000,
      },
      provider: undefined,
      tls: usualTls,
      http2: false,
      trustedCa: "",
    })),
  );

  // The first round opens every connection; the steady state is what is measured.
  await passes(Math.max(5, intervalS * 1.2));
  const start = { atMs: performance.now(), cpu: process.cpuUsage(), probes: counts.answered + counts.failed };
  for (let spent = 0; spent < seconds; spent += 5) {
    await passes(5);
    console.log(line(start, before));
  }
  console.log(JSON.stringify({ targets, origins, intervalS, failing, ...counts, ...numbers(start) }));
  await prober.close();
  console.log(`after close: ${sockets()} sockets, ${megabytes(process.memoryUsage().rss)} MB`);
  child.disconnect();

  function numbers(since: typeof start) {
    const elapsedMs = performance.now() - since.atMs;
    const { user, system } = process.cpuUsage(since.cpu);
    const probes = counts.answered + counts.failed - since.probes;
    return {
      probes,
      perSecond: Math.round((probes * 1_000) / elapsedMs),
      cores: Number(((user + system) / 1_000 / elapsedMs).toFixed(3)),
      cpuUsPerProbe: Math.round((user + system) / probes),
      rssMb: megabytes(process.memoryUsage().rss),
      heapMb: megabytes(process.memoryUsage().heapUsed),
      sockets: sockets(),
    };
  }

  function line(since: typeof start, rssBefore: number): string {
    return `${JSON.stringify(numbers(since))} (at the start ${megabytes(rssBefore)} MB)`;
  }
}

function passes(forSeconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forSeconds * 1_000));
}

/** Open TCP handles of this process, also idle ones that do not keep it alive. */
function sockets(): number {
  const { libuv } = process.report.getReport() as { libuv: { type: string }[] };
  return libuv.filter(({ type }) => type === "tcp").length;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}
