import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { formatAddress } from "../../src/base/listen-address.ts";
import { typeUrl } from "../../src/proto/type-url.ts";
import { MovableClock } from "./movable-clock.ts";
import { deltaRequest, openCall } from "./raw-client.ts";
import type { ScriptedClient } from "./scripted-client.ts";
import { clusterNamed, connectOver, publish, server, stage } from "./stage.ts";

/*
 * Peers that are gone without a goodbye: found by keepalive, and nobody else notices. A connection is pinged
 * every 30 s, and is gone when it does not answer within 10 s.
 */

const clock = new MovableClock();
const gone: string[] = [];
stage({ clock, hooks: { onGone: ({ node }) => gone.push(node.id) } });

const { cluster } = typeUrl;
const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
  gone.length = 0;
});

test("a process that is frozen loses its connection, and another client none", async () => {
  publish(clusterNamed("a"));
  const script = join(import.meta.dirname, "frozen-client.ts");
  const child = spawn(process.execPath, [script, formatAddress(server().address), cluster]);
  ends.push(() => child.kill("SIGKILL"));
  await once(child.stdout, "data");
  const other = await served();
  child.kill("SIGSTOP");
  await pass(32_000);
  expect(ids()).toEqual(["client-1", "frozen"]);
  await pass(12_000);
  expect(ids()).toEqual(["client-1"]);
  expect(gone).toEqual(["frozen"]);
  await stillServed(other);
});

test("a network that swallows everything is the same", async () => {
  publish(clusterNamed("a"));
  const hole = await blackHole();
  const session = connectHttp2(`http://127.0.0.1:${hole.port}`);
  ends.push(() => session.destroy());
  session.on("error", () => {});
  const call = openCall(session);
  call.write(deltaRequest({ typeUrl: cluster, node: { id: "lost" } }));
  await once(call, "data");
  const other = await served();
  hole.swallow();
  await pass(32_000);
  expect(ids()).toEqual(["client-1", "lost"]);
  await pass(12_000);
  expect(ids()).toEqual(["client-1"]);
  await stillServed(other);
});

test("a peer that answers pings lives, however long it is silent", async () => {
  publish(clusterNamed("a"));
  const client = await served();
  await pass(200_000);
  expect(ids()).toEqual(["client-1"]);
  await stillServed(client);
});

/** Time goes by in steps, so that the living can answer a ping before its time is over. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 4_000) {
    clock.forward(Math.min(4_000, left));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

function ids(): readonly string[] {
  return server()
    .nodes()
    .map(({ id }) => id)
    .sort();
}

async function served(): Promise<ScriptedClient> {
  const client = connectOver("delta");
  client.ask({ typeUrl: cluster });
  client.ack(await client.next());
  await client.silence(30);
  return client;
}

async function stillServed(client: ScriptedClient): Promise<void> {
  publish(clusterNamed("a", 2));
  expect((await client.next()).names).toEqual(["a"]);
}

/** A way to the server that, once told to, keeps its sockets open and lets nothing through. */
async function blackHole(): Promise<{ readonly port: number; readonly swallow: () => void }> {
  let open = true;
  const sockets: Socket[] = [];
  const way = createServer((near) => {
    const far = connect(server().address.port, "127.0.0.1");
    sockets.push(near, far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (bytes) => open && to.write(bytes));
      from.on("error", () => {});
    }
  });
  way.listen(0, "127.0.0.1");
  await once(way, "listening");
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    way.close();
  });
  return {
    port: (way.address() as AddressInfo).port,
    swallow: () => {
      open = false;
    },
  };
}
