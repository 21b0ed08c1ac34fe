import type { ClientHttp2Session } from "node:http2";
import { afterEach, describe, expect, test } from "vitest";
import { typeUrl } from "../../src/proto/type-url.ts";
import { deltaRequest, endConnections, openCall, openSession, trailersOf } from "./raw-client.ts";
import { clusterNamed, connectOver, publish, server, stage } from "./stage.ts";

/* Streams that come and go all the time on few connections, as behind a proxy that balances them. */

const total = 100_000;
/** By then the heap has the size that it takes. */
const warmUp = 20_000;
const { cluster } = typeUrl;
let gone = 0;

stage({ admission: false, hooks: { onGone: () => (gone += 1) } });
endConnections();

afterEach(() => {
  gone = 0;
});

describe("many streams", () => {
  test(`${total} streams, one after the other on four connections: memory stays, another client is served`, {
    timeout: 90_000,
  }, async () => {
    const resources = Array.from({ length: 20 }, (_, index) => clusterNamed(`steady-${index}`));
    publish(...resources, clusterNamed("changing", 1));
    const other = connectOver("delta");
    other.ask({ typeUrl: cluster });
    other.ack(await other.next());
    await other.silence(30);
    const sessions = Array.from({ length: 4 }, () => openSession(server().address));
    await streams(sessions, warmUp);
    const before = process.memoryUsage().rss;
    const delays: number[] = [];
    let running = true;
    const changes = (async () => {
      while (running) {
        const sinceMs = performance.now();
        publish(...resources, clusterNamed("changing", delays.length + 2));
        other.ack(await other.next());
        delays.push(performance.now() - sinceMs);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    })();
    await streams(sessions, total).finally(() => {
      running = false;
    });
    await changes;
    const grown = process.memoryUsage().rss - before;
    expect(delays.length).toBeGreaterThan(3);
    expect(Math.max(...delays)).toBeLessThan(1_000);
    expect(grown).toBeLessThan(150e6);
    expect(gone).toBe(warmUp + total);
    expect(
      server()
        .nodes()
        .map(({ id }) => id),
    ).toEqual(["client-1"]);
  });

  test("streams that are reset as fast as they are opened cost their own connection at most", async () => {
    publish(clusterNamed("a"));
    const other = connectOver("delta");
    other.ask({ typeUrl: cluster });
    other.ack(await other.next());
    const session = openSession(server().address);
    for (let opened = 0; opened < 5_000 && !session.destroyed; opened += 1) {
      const call = openCall(session);
      call.write(request);
      call.close(8);
      if (opened % 50 === 49) await new Promise((resolve) => setImmediate(resolve));
    }
    publish(clusterNamed("a", 2));
    expect((await other.next()).names).toEqual(["a"]);
    session.destroy();
    await other.silence(100);
    expect(
      server()
        .nodes()
        .map(({ id }) => id),
    ).toEqual(["client-1"]);
  });
});

const request = deltaRequest({ typeUrl: cluster, node: { id: "passing" } });

/** Opens so many streams, a few at a time; each asks, is answered, and ends. */
async function streams(sessions: readonly ClientHttp2Session[], count: number): Promise<void> {
  let left = count;
  const oneByOne = async (session: ClientHttp2Session) => {
    while (left > 0) {
      left -= 1;
      const call = openCall(session);
      call.write(request);
      await new Promise((resolve) => call.once("data", resolve));
      call.end();
      await trailersOf(call);
    }
  };
  await Promise.all(sessions.flatMap((session) => Array.from({ length: 5 }, () => oneByOne(session))));
}
