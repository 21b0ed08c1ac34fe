import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { createServer, type Server } from "node:https";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { expect, test } from "vitest";
import { Fleet } from "./harness/fleet.ts";
import { freePorts } from "./harness/free-port.ts";
import { until } from "./harness/wait.ts";

test("https backends: the name for SNI, Host and the certificate is the endpoint's own, and a wrong one is refused", async () => {
  const [right = 0, wrong = 0] = await freePorts(2);
  await using fleet = await Fleet.start({
    backends: 1,
    yaml: ({ backends: [plain] }) => yaml(plain),
  });
  const seen: { servername: string; host: string | undefined; protocol: string | false | null }[] = [];
  const certificates = makeCertificates(fleet.folder);
  const servers = [
    await startTls(right, certificates.localhost, seen),
    await startTls(wrong, certificates.elsewhere, []),
  ];
  try {
    fleet.writeConfig(
      yaml(
        fleet.places.backends[0],
        `
  right: { endpoints: [{ url: "https://localhost:${right}/v1" }] }
  mixed:
    endpoints:
      - { url: "https://localhost:${right}/v1" }
      - { url: "http://127.0.0.1:${fleet.places.backends[0]}/v1" }
  wrong: { panicThreshold: 100, retries: 0, endpoints: [{ url: "https://localhost:${wrong}/v1" }] }`,
      ),
      "  trustedCa: { file: ca.pem }",
    );
    await until("the encrypted pool serves", async () => (await ask(fleet, "right")).ok);
    seen.length = 0;
    expect((await ask(fleet, "right")).status).toBe(200);
    expect(seen).toContainEqual({ servername: "localhost", host: "localhost", protocol: "http/1.1" });

    const backends = await Promise.all(
      Array.from({ length: 4 }, async () => (await ask(fleet, "mixed")).headers.get("x-demo-backend")),
    );
    expect(new Set(backends)).toEqual(new Set(["tls", "b1"]));

    expect((await ask(fleet, "wrong")).status).toBe(502);
    const wrongOne = async () => (await fleet.pool("wrong")).endpoints[0];
    // The request is answered by Envoy's own look at the certificate; ours takes a check more.
    await until("the check refuses it too", async () => (await wrongOne())?.health === "UNHEALTHY");
    expect((await wrongOne())?.reason).toMatch(/certificate/);
  } finally {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  }
});

test("a fallback between http and https pools: each keeps its own certificate check, name and credential", async () => {
  const [right = 0, other = 0, wrong = 0, dead = 0] = await freePorts(4);
  await using fleet = await Fleet.start({ backends: 1, yaml: ({ backends: [plain] }) => yaml(plain) });
  const { localhost, elsewhere } = makeCertificates(fleet.folder);
  const seen: SeenOverTls[] = [];
  const servers = [
    await startHttp2(right, localhost, seen),
    await startHttp2(other, localhost, seen),
    await startTls(wrong, elsewhere, []),
  ];
  try {
    const plain = fleet.places.backends[0];
    fleet.writeConfig(
      `
providers: { main: { credential: { env: TEST_KEY } } }
healthCheck: { interval: 300ms, timeout: 300ms }
pools:
  plain: { endpoints: [{ url: "http://127.0.0.1:${plain}/v1" }] }
  dead: { endpoints: [{ url: "http://127.0.0.1:${dead}/v1" }] }
  dead-tls: { endpoints: [{ url: "https://localhost:${dead}/v1" }] }
  right: { endpoints: [{ url: "https://localhost:${right}/v1", provider: main }, { url: "https://localhost:${other}/v1", provider: main }] }
  wrong: { panicThreshold: 100, retries: 0, endpoints: [{ url: "https://localhost:${wrong}/v1", provider: main }] }
models:
  plain: { pool: plain }
  dead: { pool: dead }
  dead-tls: { pool: dead-tls }
  right: { pool: right }
  wrong: { pool: wrong }
  http-then-https: { fallback: [dead, right] }
  https-only: { fallback: [dead-tls, right] }
  https-then-http: { fallback: [wrong, plain] }`,
      "  trustedCa: { file: ca.pem }",
    );
    await until("the encrypted pool serves", async () => (await ask(fleet, "right")).ok);
    const last = async (model: string) => {
      const response = await ask(fleet, model);
      return { status: response.status, by: response.headers.get("x-demo-backend"), ...seen.at(-1) };
    };
    const bearer = "Bearer sk-test-secret-canary-1";
    const overTls = {
      status: 200,
      by: "tls",
      servername: "localhost",
      host: "localhost",
      authorization: bearer,
    };
    expect(await last("right")).toEqual({ ...overTls, protocol: "h2" });
    expect(await last("http-then-https")).toEqual({ ...overTls, protocol: "h2" });
    expect(await last("https-only")).toEqual({ ...overTls, protocol: "h2" });
    expect(await last("https-then-http")).toMatchObject({ status: 200, by: "b1" });
    const report = await (await fetch(`http://127.0.0.1:${plain}/_demo/requests`)).json();
    expect((report as { api: { authorization?: object }[] }).api.at(-1)?.authorization).toBeUndefined();
  } finally {
    for (const server of servers) server.close();
  }
});

interface SeenOverTls {
  readonly servername: string;
  readonly host: string | undefined;
  readonly authorization: string | undefined;
  readonly protocol: string | false | null;
}

/** One that speaks HTTP/2 to who asks for it. */
async function startHttp2(
  port: number,
  { key, cert }: { key: string; cert: string },
  seen: SeenOverTls[],
): Promise<{ close(): void }> {
  const options = { key: readFileSync(key), cert: readFileSync(cert), allowHTTP1: true };
  const sockets = new Set<TLSSocket>();
  const server = createSecureServer(options, (request, response) => {
    const socket = request.stream?.session?.socket ?? request.socket;
    const { servername = "", alpnProtocol } = socket as TLSSocket & { servername?: string };
    const { host, authorization } = request.headers;
    if (request.method === "POST") {
      seen.push({
        servername,
        host: request.headers[":authority"] ?? host,
        authorization,
        protocol: alpnProtocol,
      });
    }
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json", "x-demo-backend": "tls" });
      response.end("{}");
    });
  });
  server.on("secureConnection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function yaml(plain: number | undefined, more = ""): string {
  return `
healthCheck: { interval: 300ms, timeout: 300ms }
pools:
  plain: { endpoints: [{ url: "http://127.0.0.1:${plain}/v1" }] }${more}`;
}

function ask(fleet: Fleet, model: string): Promise<Response> {
  return fleet.chat({ model, messages: [{ role: "user", content: "hello" }] });
}

async function startTls(
  port: number,
  { key, cert }: { key: string; cert: string },
  seen: object[],
): Promise<Server> {
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const socket = request.socket as TLSSocket & { servername?: string };
    if (request.method === "POST") {
      seen.push({
        servername: socket.servername ?? "",
        host: request.headers.host,
        protocol: socket.alpnProtocol,
      });
    }
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json", "x-demo-backend": "tls" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

/** An authority of the test's own, and certificates of it for `localhost` and for another name. */
function makeCertificates(folder: string) {
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...newKey,
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=test authority",
    "-days",
    "2",
  );
  const issue = (name: string) => {
    const extension = ["-addext", `subjectAltName=DNS:${name}`];
    const signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2"];
    openssl(
      "req",
      "-x509",
      ...newKey,
      ...signed,
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.pem`,
      "-subj",
      `/CN=${name}`,
      ...extension,
    );
    return { key: join(folder, `${name}.key`), cert: join(folder, `${name}.pem`) };
  };
  return { localhost: issue("localhost"), elsewhere: issue("elsewhere.test") };
}
