import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Log } from "../../src/base/log.ts";
import { bootstrapText } from "../../src/launch/bootstrap-text.ts";
import { decode } from "../../src/proto/codec.ts";
import { type Resource, resource } from "../../src/proto/resource.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { placeOf } from "../../src/runtime/blamed.ts";
import { loadConfig } from "../../src/runtime/config-file.ts";
import { KeptRefusals } from "../../src/runtime/kept-refusals.ts";
import { createMetrics } from "../../src/runtime/metrics.ts";
import { initialState } from "../../src/runtime/turn.ts";
import { xdsHooks } from "../../src/runtime/xds-hooks.ts";
import { startXdsServer } from "../../src/xds/server.ts";
import { contextOf, viewOf } from "../unit/admin/fixture.ts";
import { Fleet } from "./harness/fleet.ts";
import { freePorts } from "./harness/free-port.ts";
import { Process } from "./harness/process.ts";
import { until } from "./harness/wait.ts";

/* What an Envoy refuses leads back to the line that made it: in the log, the admin API and the metrics. */

const pools = (port: number | undefined, more = "") => `
healthCheck: { interval: 500ms, timeout: 500ms }
pools:
  gpt: { endpoints: [{ url: "http://127.0.0.1:${port}/v1" }] }${more}`;

describe.concurrent("through the product", () => {
  test.each([
    {
      story: "an address that is taken",
      type: "Listener",
      edit: (text: string, taken: number | undefined) =>
        text.replace(/listen: 127.0.0.1:\d+/, `listen: 127.0.0.1:${taken}`),
      says: "cannot bind",
      place: { path: "gateway.listen", line: 2, column: 11 },
    },
    {
      story: "authorities that are none",
      type: "Secret",
      edit: (text: string) =>
        `${text.replace("\nxds:", "\n  trustedCa: { file: broken.pem }\nxds:")}  safe: { endpoints: [{ url: "https://127.0.0.1:1/v1" }] }\n`,
      says: "Failed to load trusted CA certificates",
      place: { path: "gateway.trustedCa", line: 3, column: 14 },
    },
  ])("$story", async ({ type, edit, says, place }) => {
    await using fleet = await Fleet.start({ backends: 1, yaml: ({ backends: [port] }) => pools(port) });
    writeFileSync(
      join(fleet.folder, "broken.pem"),
      "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n",
    );
    const good = readFileSync(fleet.configFile, "utf8");
    writeFileSync(fleet.configFile, edit(good, fleet.places.backends[0]));
    const nack = await until("Envoy refuses", async () => (await lastNack(fleet, type)) ?? undefined);
    expect(nack.message).toContain(says);
    expect(nack.sources).toEqual([{ ...place, file: fleet.configFile }]);
    const at = `${fleet.configFile}:${place.line}:${place.column} ${place.path}`;
    expect(fleet.controlPlane.output).toContain(`"msg":"an Envoy refused ${at}: `);
    const series = `fairlead_xds_rejected{node="e2e-1",type="${type}"} 1\n`;
    expect(await metricsOf(fleet)).toContain(series);

    writeFileSync(fleet.configFile, `# moved down\n${readFileSync(fleet.configFile, "utf8")}`);
    await until("the place has moved with the line", async () => {
      const moved = await lastNack(fleet, type);
      return moved?.sources[0]?.line === place.line + 1;
    });

    writeFileSync(fleet.configFile, good);
    await until("the refusal is over", async () => (await lastNack(fleet, type)) === null);
    expect(await metricsOf(fleet)).not.toContain(series);
  });
});

/*
 * No file is known whose endpoints an Envoy refuses: their addresses are checked, or come from DNS. So what
 * the file says is sent as a mistake of ours would make it, through the hooks of the product.
 */
describe.concurrent("an endpoint that only a mistake of ours could send", () => {
  test.each([
    {
      story: "by its address",
      spoil: (address: string) => (address === "10.0.0.5" ? "10.0.0.999" : address),
      weight: 1,
      says: "malformed IP address: 10.0.0.999",
    },
    {
      story: "by its position",
      spoil: (address: string) => address,
      weight: 0,
      says: "LbEndpointValidationError.LoadBalancingWeight: value must be greater than or equal to 1",
    },
  ])("$story", async ({ spoil, weight, says }) => {
    const folder = mkdtempSync(join(tmpdir(), "fairlead-e2e-"));
    const file = join(folder, "fairlead.yaml");
    writeFileSync(file, threeEndpoints);
    const loaded = loadConfig(file, {});
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    const { desired } = loaded.value;
    const { snapshot } = initialState(desired, 0, "");
    const resources = [...snapshot.types.values()].flatMap(({ resources: all }) => [...all.values()]);
    const refusals = new KeptRefusals();
    const lines: string[] = [];
    const metrics = createMetrics(contextOf(viewOf([], {}), { nodes: () => xds.nodes() }));
    const xds = await startXdsServer({
      listen: { host: "127.0.0.1", port: 0 },
      hooks: xdsHooks({
        metrics,
        log: logTo(lines),
        refusals,
        desired: () => desired,
        file: "fairlead.yaml",
      }),
    });
    const envoy = await startEnvoy(folder, xds.address);
    try {
      xds.set(
        "",
        resources.map((one) =>
          one.typeUrl === typeUrl.clusterLoadAssignment ? spoilt(one, spoil, weight) : one,
        ),
      );
      const line = await until("the refusal is told", () => lines.find((text) => text.includes("refused")));
      expect(line).toBe(
        `an Envoy refused fairlead.yaml:7:9 pools.gpt.endpoints[1]: ${line.slice(line.indexOf(says))}`,
      );
      const nack = xds.nodes()[0]?.types.find((type) => type.typeUrl === typeUrl.clusterLoadAssignment)?.nack;
      if (nack === undefined) throw new Error("no refusal stands");
      const blamed = refusals.of("n1", typeUrl.clusterLoadAssignment, nack);
      expect(blamed.map((one) => placeOf(one, desired)?.path)).toEqual(["pools.gpt.endpoints[1]"]);
      expect((await metrics.scrape()).text).toContain(
        'fairlead_xds_rejected{node="n1",type="ClusterLoadAssignment"} 1\n',
      );
      await envoy.stop();
      await until("the Envoy is gone", () => xds.nodes().length === 0);
      expect(refusals.of("n1", typeUrl.clusterLoadAssignment, nack)).toEqual([]);
      expect((await metrics.scrape()).text).not.toContain("fairlead_xds_rejected{");
    } finally {
      await envoy.stop();
      await xds.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** The second endpoint of the file is the last of the load assignment. */
const threeEndpoints = `gateway:
  listen: 127.0.0.1:0
pools:
  gpt:
    endpoints:
      - { url: "http://10.0.0.4:8000/v1" }
      - { url: "http://10.0.0.5:8000/v1", priority: 1 }
      - { url: "http://10.0.0.6:8000/v1" }
`;

function spoilt(
  { any, name, source }: Resource,
  spoil: (address: string) => string,
  weight: number,
): Resource {
  const { value } = decode("google.protobuf.Any", any);
  const message = decode("envoy.config.endpoint.v3.ClusterLoadAssignment", value);
  const endpoints = message.endpoints?.map((level) => ({
    ...level,
    lbEndpoints:
      level.lbEndpoints?.map((one) => {
        const { address = "", portValue = 0 } = one.endpoint?.address?.socketAddress ?? {};
        return {
          ...one,
          endpoint: { address: { socketAddress: { address: spoil(address), portValue } } },
          loadBalancingWeight: { value: address === "10.0.0.5" ? weight : 1 },
        };
      }) ?? [],
  }));
  return resource(
    "envoy.config.endpoint.v3.ClusterLoadAssignment",
    name,
    { ...message, endpoints: endpoints ?? [] },
    source,
  );
}

async function startEnvoy(folder: string, xds: { host: string; port: number }): Promise<Process> {
  const [port = 0] = await freePorts(1);
  const admin = { host: "127.0.0.1", port };
  const file = join(folder, "bootstrap.yaml");
  writeFileSync(file, bootstrapText({ nodeId: "n1", cluster: "e2e", xds, admin, dialect: "delta" }));
  const args = ["-c", file, "--disable-hot-restart", "--concurrency", "1", "--log-level", "warning"];
  return Process.start("envoy", process.env.FAIRLEAD_E2E_ENVOY_BIN ?? "envoy", args);
}

function logTo(lines: string[]): Log {
  const add = (_: object, message: string) => void lines.push(message);
  return { debug: add, info: add, warn: add, error: add };
}

interface NodesReport {
  readonly nodes: readonly {
    readonly types: readonly {
      readonly type: string;
      readonly lastNack: {
        readonly message: string;
        readonly sources: readonly { readonly line: number }[];
      } | null;
    }[];
  }[];
}

async function lastNack(fleet: Fleet, type: string) {
  const { nodes } = (await (await fetch(`${fleet.admin}/api/v1/nodes`)).json()) as NodesReport;
  return nodes[0]?.types.find((one) => one.type === type)?.lastNack ?? null;
}

async function metricsOf(fleet: Fleet): Promise<string> {
  return (await fetch(`${fleet.admin}/metrics`)).text();
}
