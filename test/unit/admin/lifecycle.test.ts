import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "../../../src/base/secret.ts";
import { contextOf, decided, endpoint, pool, type RunningAdmin, running, viewOf } from "./fixture.ts";

const view = viewOf([pool("a", [endpoint("a-1")])], { "a-1": decided() });
const path = "/api/v1/pools/a/endpoints/a-1";

let admin: RunningAdmin | undefined;
afterEach(async () => {
  await admin?.close();
  admin = undefined;
});

describe("start", () => {
  test("says where it listens when any port will do", async () => {
    admin = await running(contextOf(view));
    expect(admin.address).toEqual({ host: "127.0.0.1", port: expect.any(Number) });
    expect(admin.address.port).toBeGreaterThan(0);
  });

  test.each(["0.0.0.0", "::", "192.0.2.1", "fairlead.example"])(
    "refuses %s without a token, before it listens",
    async (host) => {
      const started = running(contextOf(view), { listen: { host, port: 0 } });
      await expect(started).rejects.toThrow(
        /could be reached from other machines: configure a token, or listen on 127/,
      );
    },
  );

  test("listens on every address with a token", async () => {
    admin = await running(contextOf(view), { listen: { host: "0.0.0.0", port: 0 }, token: new Secret("t") });
    expect((await admin.get("/healthz")).status).toBe(200);
    expect((await admin.get("/api/v1/pools")).status).toBe(401);
  });

  test("refuses a token that is empty: it would let anybody in", async () => {
    await expect(running(contextOf(view), { token: new Secret(" ") })).rejects.toThrow(
      "the admin API's token is empty",
    );
  });

  test("says which address is taken", async () => {
    admin = await running(contextOf(view));
    const { port } = admin.address;
    const second = running(contextOf(view), { listen: { host: "127.0.0.1", port } });
    await expect(second).rejects.toThrow(
      `the admin API cannot listen on 127.0.0.1:${port}: something else listens there (another Fairlead?)`,
    );
    expect((await admin.get("/healthz")).status).toBe(200);
  });
});

describe("stop", () => {
  test("frees the port, also with a connection kept alive", async () => {
    const first = await running(contextOf(view));
    await (await first.get("/healthz")).text();
    await first.close();
    await expect(first.get("/healthz")).rejects.toThrow();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(first.address.port, "127.0.0.1", resolve));
    await new Promise((resolve) => taken.close(resolve));
  });

  test("lets an answer under way end", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    const stopping = await running(
      contextOf(view, {
        override: () => {
          asked.resolve();
          return promise;
        },
      }),
    );
    const answer = stopping.patch(path, '{"weight": 2}');
    await asked.promise;
    const closed = stopping.close();
    resolve();
    expect((await answer).status).toBe(200);
    await closed;
  });

  test("cuts one that does not end in time", async () => {
    const asked = Promise.withResolvers<void>();
    const stopping = await running(
      contextOf(view, {
        override: () => {
          asked.resolve();
          return new Promise(() => {});
        },
      }),
      { limits: { closeTimeoutMs: 50 } },
    );
    const cut = expect(stopping.patch(path, '{"weight": 2}')).rejects.toThrow();
    await asked.promise;
    await stopping.close();
    await cut;
  });
});
