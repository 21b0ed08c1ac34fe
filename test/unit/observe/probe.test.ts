import type { Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "../../../src/base/secret.ts";
import { type Backend, httpBackend, rawBackend, targetAt, until, watcher } from "./backend.ts";

const opened: AsyncDisposable[] = [];
const owned = <T extends AsyncDisposable>(resource: T): T => {
  opened.push(resource);
  return resource;
};
afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

const answer = (text: string) => (socket: Socket) => socket.once("data", () => socket.write(text));

describe("an answer is reported as it is", () => {
  test.each([200, 204, 401, 404, 429, 500, 503])("status %i", async (status) => {
    const backend = owned(await httpBackend((_request, response) => response.writeHead(status).end()));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port)]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered", endpoint: "a-1", status });
  });

  test("the latency is up to the last byte", async () => {
    const backend = owned(
      await httpBackend((_request, response) => {
        response.write("{");
        setTimeout(() => response.end("}"), 120);
      }),
    );
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port)]);
    const fact = await seen.fact(1);
    expect(fact.kind === "probe-answered" && fact.latencyMs).toBeGreaterThanOrEqual(115);
  });

  test("a body that ends with its connection is complete", async () => {
    const backend = owned(
      await rawBackend((socket) => {
        socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\n\r\nhello"));
      }),
    );
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port)]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered", status: 200 });
  });

  test("interim answers do not count", async () => {
    const backend = owned(
      await rawBackend(
        answer("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"),
      ),
    );
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port)]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered", status: 200 });
  });
});

test("the request names the endpoint's path and the provider's key", async () => {
  const requests: unknown[] = [];
  const backend = owned(
    await httpBackend(({ method, url, headers }, response) => {
      requests.push({ method, url, authorization: headers.authorization, agent: headers["user-agent"] });
      response.end();
    }),
  );
  const seen = owned(watcher());
  seen.prober.watch([
    targetAt(backend.port, { id: "with", credential: new Secret("sk-1") }),
    targetAt(backend.port, { id: "without", path: "" }),
  ]);
  await seen.fact(2);
  expect(requests).toEqual(
    expect.arrayContaining([
      {
        method: "GET",
        url: "/v1/health",
        authorization: "Bearer sk-1",
        agent: expect.stringMatching(/^fairlead\//),
      },
      {
        method: "GET",
        url: "/health",
        authorization: undefined,
        agent: expect.stringMatching(/^fairlead\//),
      },
    ]),
  );
});

const redirect = (location: string) =>
  answer(`HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`);

const failures: {
  readonly story: string;
  readonly behave: (socket: Socket, nth: number) => void;
  readonly reason: string | RegExp;
}[] = [
  { story: "says nothing", behave: () => {}, reason: "no answer within 0.3s" },
  {
    story: "stops in its headers",
    behave: answer("HTTP/1.1 200 OK\r\nx-slow: "),
    reason: "no answer within 0.3s",
  },
  {
    story: "stops after its headers",
    behave: answer("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n"),
    reason: "the answer was not complete within 0.3s",
  },
  {
    story: "drips its headers",
    behave: drip("HTTP/1.1 200 OK\r\nx-long: ", "a"),
    reason: "no answer within 0.3s",
  },
  {
    story: "drips its body",
    behave: drip("HTTP/1.1 200 OK\r\n\r\n", "a"),
    reason: "the answer was not complete within 0.3s",
  },
  {
    story: "sends interim answers for ever",
    behave: drip("", "HTTP/1.1 103 Early Hints\r\n\r\n"),
    reason: "the answer was not complete within 0.3s",
  },
  { story: "never ends its body", behave: flood, reason: "the answer is longer than 1024 KiB" },
  {
    story: "has endless headers",
    behave: answer(`HTTP/1.1 200 OK\r\nx-long: ${"a".repeat(40_000)}`),
    reason: "the answer's headers are longer than 16 KiB",
  },
  {
    story: "speaks another protocol",
    behave: answer("SSH-2.0-OpenSSH_9.2\r\n"),
    reason: "the answer is not HTTP",
  },
  {
    story: "speaks first",
    behave: (socket) => socket.write("220 mail ready\r\n"),
    reason: "the answer is not HTTP",
  },
  { story: "sends bytes of any kind", behave: answer("\0\xff\x16\x03"), reason: "the answer is not HTTP" },
  {
    story: "closes without a word",
    behave: (socket) => socket.once("data", () => socket.end()),
    reason: "connection closed without a complete answer",
  },
  {
    story: "closes at once",
    behave: (socket) => socket.end(),
    reason: /^connection (closed without a complete answer|reset)$/,
  },
  {
    story: "closes in its body",
    behave: (socket) =>
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc")),
    reason: "connection closed without a complete answer",
  },
  {
    story: "resets",
    behave: (socket) => socket.once("data", () => socket.resetAndDestroy()),
    reason: "connection reset",
  },
  {
    story: "redirects, with a secret in the query",
    behave: redirect("https://user:pw@login.example/start?token=sk-1#x"),
    reason: "redirects to login.example/start",
  },
  {
    story: "redirects at home",
    behave: redirect("/v1/health/"),
    reason: /^redirects to 127\.0\.0\.1:\d+\/v1\/health\/$/,
  },
  { story: "redirects nowhere", behave: redirect("http://["), reason: "status 302" },
];

function drip(head: string, drop: string) {
  return (socket: Socket) => {
    socket.once("data", () => {
      socket.write(head);
      const timer = setInterval(() => socket.write(drop), 20);
      socket.once("close", () => clearInterval(timer));
    });
  };
}

function flood(socket: Socket): void {
  const chunk = "a".repeat(16_384);
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
  };
  socket.once("data", () => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    socket.on("drain", more);
    more();
  });
}

describe("a backend that", () => {
  test.each(failures)("$story: $reason", async ({ behave, reason }) => {
    const backend = owned(await rawBackend(behave));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { timeoutMs: 300, credential: new Secret("sk-1") })]);
    const fact = await seen.fact(1);
    expect(fact).toMatchObject({ kind: "probe-failed", endpoint: "a-1" });
    if (fact.kind === "probe-failed") expect(fact.reason).toMatch(reason);
    expect(JSON.stringify(seen.facts)).not.toContain("sk-1");
    if (!/^(redirects|status)/.test(fact.kind === "probe-failed" ? fact.reason : ""))
      await until(() => backend.open.size === 0);
  });

  test("is not there: connection refused", async () => {
    const gone = await rawBackend(() => {});
    await gone[Symbol.asyncDispose]();
    const seen = owned(watcher());
    seen.prober.watch([targetAt(gone.port)]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-failed", reason: "connection refused" });
  });

  test("cannot be asked because the key is not sendable: says so, without the key", async () => {
    const backend = owned(await httpBackend((_request, response) => response.end()));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { credential: new Secret("sk\n1") })]);
    expect(await seen.fact(1)).toMatchObject({
      kind: "probe-failed",
      reason: "the path or the credential cannot be sent in an HTTP request",
    });
  });
});

describe("a connection that was kept", () => {
  const ok = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

  test("is used again", async () => {
    const backend = owned(await httpBackend((_request, response) => response.end()));
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { intervalMs: 20 })]);
    await seen.fact(10);
    expect(backend.connections()).toBe(1);
  });

  test.each<{ story: string; hangUp: (socket: Socket) => void }>([
    { story: "closed", hangUp: (socket) => socket.end() },
    { story: "reset", hangUp: (socket) => socket.resetAndDestroy() },
  ])("and is $story just as it is used again: asked once more, no failure", async ({ hangUp }) => {
    const backend = owned(
      await rawBackend((socket) => {
        socket.once("data", () => {
          socket.write(ok);
          socket.once("data", () => hangUp(socket));
        });
      }),
    );
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { intervalMs: 20 })]);
    await seen.fact(6);
    expect(seen.facts.map(({ kind }) => kind)).toEqual(Array(6).fill("probe-answered"));
    expect(backend.connections()).toBeGreaterThan(3);
  });

  test("is left when the host has other addresses", async () => {
    const backend: Backend = owned(await httpBackend((_request, response) => response.end()));
    let addresses = ["127.0.0.1"];
    const seen = owned(watcher({ addressesOf: () => addresses }));
    seen.prober.watch([targetAt(backend.port, { host: "backend.test", intervalMs: 20 })]);
    await seen.fact(3);
    expect(backend.connections()).toBe(1);
    addresses = ["127.0.0.1", "::1"];
    await seen.fact(6);
    expect(backend.connections()).toBe(2);
    await until(() => backend.open.size === 1);
  });
});

describe("addresses", () => {
  test("are those that are known, with the name in the host header", async () => {
    const hosts: unknown[] = [];
    const backend = owned(
      await httpBackend((request, response) => {
        hosts.push(request.headers.host);
        response.end();
      }),
    );
    const seen = owned(watcher({ addressesOf: () => ["127.0.0.1"] }));
    seen.prober.watch([targetAt(backend.port, { host: "backend.test" })]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered" });
    expect(hosts).toEqual([`backend.test:${backend.port}`]);
  });

  test("are tried one after the other", async () => {
    const backend = owned(await httpBackend((_request, response) => response.end()));
    const seen = owned(watcher({ addressesOf: () => ["127.0.0.2", "127.0.0.1"] }));
    seen.prober.watch([targetAt(backend.port, { host: "backend.test" })]);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered" });
  });

  test("not known yet: waits, and then asks", async () => {
    const backend = owned(await httpBackend((_request, response) => response.end()));
    let addresses: string[] = [];
    const seen = owned(watcher({ addressesOf: () => addresses }));
    seen.prober.watch([targetAt(backend.port, { host: "backend.test" })]);
    setTimeout(() => {
      addresses = ["127.0.0.1"];
    }, 120);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered" });
    expect(seen.facts).toHaveLength(1);
  });

  test("never known: says so after the check's timeout", async () => {
    const seen = owned(watcher({ addressesOf: () => [] }));
    seen.prober.watch([targetAt(1, { host: "backend.test", timeoutMs: 150 })]);
    expect(await seen.fact(1)).toMatchObject({
      kind: "probe-failed",
      reason: "backend.test does not resolve",
    });
  });
});

describe("this process", () => {
  test("was held up: an answer that arrived meanwhile is no failure", async () => {
    const answering = Promise.withResolvers<void>();
    const backend = owned(
      await httpBackend((_request, response) => {
        response.end();
        answering.resolve();
      }),
    );
    const seen = owned(watcher());
    seen.prober.watch([targetAt(backend.port, { timeoutMs: 100 })]);
    await answering.promise;
    const heldUntil = performance.now() + 250;
    while (performance.now() < heldUntil);
    expect(await seen.fact(1)).toMatchObject({ kind: "probe-answered" });
  });
});
