import type { Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Resource } from "../../src/proto/resource.ts";
import { startXdsServer, type XdsServer } from "../../src/xds/server.ts";
import { BareEnvoy } from "./harness/bare-envoy.ts";
import { freePorts } from "./harness/free-port.ts";
import { startNamedBackend } from "./harness/named-backend.ts";
import { edsCluster, endpointAt, listenerOn, routesTo, sourceOf } from "./harness/served.ts";
import { pause, until } from "./harness/wait.ts";

/*
 * Times to live on a real Envoy (C16). It says nothing of them by itself: its bootstrap must name the
 * features. In state of the world it lets no resource without a body renew a time to live, removes
 * clusters and listeners that have none, and does not survive the end of endpoints and routes.
 */

const ttlMs = 1_500;
const features = ["xds.config.supports-resource-ttl", "xds.config.supports-resource-in-sotw"];

let xds: XdsServer;
let backend: Server;
let gateway: number;
let port: number;

beforeEach(async () => {
  [gateway = 0, port = 0] = await freePorts(2);
  backend = await startNamedBackend(port, "a");
  xds = await startXdsServer({ listen: { host: "127.0.0.1", port: 0 } });
});

afterEach(async () => {
  backend.closeAllConnections();
  backend.close();
  await xds.close();
});

describe.each(["sotw", "delta"] as const)("%s", (dialect) => {
  const source = sourceOf({ dialect, streams: "ads" });
  const mortal = (resource: Resource): Resource => ({ ...resource, ttlMs });

  test("C16 what has a time to live is renewed: requests go on, and Envoy changes nothing", async () => {
    xds.set("", [
      mortal(edsCluster("api", source)),
      mortal(endpointAt("api", port)),
      mortal(listenerOn(gateway, "routes", source)),
      mortal(routesTo("routes", "api")),
      edsCluster("other", source),
      endpointAt("other", port),
    ]);
    await using envoy = await BareEnvoy.start({ dialect, streams: "ads", xds: xds.address.port, features });
    await until("the gateway answers", async () => (await answer()) === 200);
    for (let round = 0; round < 4; round += 1) {
      await pause(ttlMs);
      expect(envoy.exited, envoy.output.slice(-2_000)).toBe(false);
      expect(await answer()).toBe(200);
    }
    expect(await envoy.stat("cluster_manager.cluster_removed")).toBe(0);
    expect(await envoy.stat("cluster_manager.cluster_modified")).toBe(0);
    expect(await envoy.stat("listener_manager.listener_removed")).toBe(0);
    expect(await envoy.stat("cluster_manager.active_clusters")).toBe(3);
  });
});

async function answer(): Promise<number> {
  return (await fetch(`http://127.0.0.1:${gateway}/`)).status;
}
