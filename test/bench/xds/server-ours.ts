import { createInterface } from "node:readline";
import { type Resource, resource } from "../../../src/proto/resource.ts";
import { startXdsServer } from "../../../src/xds/server.ts";

/** Our server under the commands that the peer takes too (peer/main.go). */
const server = await startXdsServer({ listen: { host: "127.0.0.1", port: 0 }, admission: false });
answer({ port: server.address.port });

let longestTurnMs = 0;

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const { op, pools = 0, pool = 0, weight = 1 } = JSON.parse(line);
    if (op === "load") {
      server.set("", [...all(pools)]);
      answer({ ok: true });
    } else if (op === "change") {
      const changed = loadAssignment(pool, weight);
      const atNs = process.hrtime.bigint();
      server.update("", { upsert: [changed] }, { urgent: true });
      answer({ ok: true, atNs: `${atNs}` });
    } else if (op === "watch") {
      watchTurns();
      answer({ ok: true });
    } else if (op === "stats") {
      answer({ longestTurnMs });
      longestTurnMs = 0;
    }
  })
  .on("close", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

/**
 * The longest turn of the event loop in CPU time of its thread: what others of the machine take in between
 * is not ours. It keeps a core busy with turning, so it is a run of its own; a timer that measures delays
 * instead would cost 3 ms each second, and count waiting for a core as ours.
 */
function watchTurns(): void {
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let turnedMs = performance.now();
  let usedMs = cpuMs();
  const turn = () => {
    // Asking for the CPU time is dear, and its steps are 4 ms.
    if (performance.now() - turnedMs > 4) longestTurnMs = Math.max(longestTurnMs, cpuMs() - usedMs);
    usedMs = cpuMs();
    turnedMs = performance.now();
    setImmediate(turn);
  };
  setImmediate(turn);
}

function* all(pools: number): Iterable<Resource> {
  for (let pool = 0; pool < pools; pool += 1) {
    yield cluster(pool);
    yield loadAssignment(pool, 1);
  }
}

function nameOf(pool: number): string {
  return `pool-${`${pool}`.padStart(5, "0")}`;
}

function cluster(pool: number): Resource {
  const edsConfig = { resourceApiVersion: "V3" as const, ads: {} };
  return resource("envoy.config.cluster.v3.Cluster", nameOf(pool), {
    name: nameOf(pool),
    type: "EDS",
    edsClusterConfig: { edsConfig },
  });
}

function loadAssignment(pool: number, weight: number): Resource {
  const lbEndpoints = Array.from({ length: 10 }, (_, index) => ({
    endpoint: {
      address: { socketAddress: { address: `10.0.${pool % 250}.${index + 1}`, portValue: 8080 } },
    },
    loadBalancingWeight: { value: weight },
  }));
  return resource("envoy.config.endpoint.v3.ClusterLoadAssignment", nameOf(pool), {
    clusterName: nameOf(pool),
    endpoints: [{ lbEndpoints }],
  });
}

function answer(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
