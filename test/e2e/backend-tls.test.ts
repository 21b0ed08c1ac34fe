import { readFileSync } from "node:fs";
import { createServer as createPlain2, createSecureServer, type Http2Server } from "node:http2";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAuthority } from "./harness/certificates.ts";
import { Fleet } from "./harness/fleet.ts";
import { until } from "./harness/wait.ts";

let fleet: Fleet;
const servers: Http2Server[] = [];
const seen = new Map<string, { server: string; version: string; client: string }>();

/** Answers with its name and keeps how it was spoken to; HTTP/1.1 and HTTP/2, or what the options say. */
function start(name: string, tls?: Parameters<typeof createSecureServer>[0]): Promise<number> {
  const server = tls === undefined ? createPlain2() : createSecureServer({ allowHTTP1: true, ...tls });
  server.on("request", (request, response) => {
    const socket = (request.stream?.session?.socket ?? request.socket) as TLSSocket & { servername?: string };
    if (request.method === "POST") {
      const client = tls?.requestCert === true ? String(socket.getPeerCertificate().subject?.CN) : "";
      seen.set(name, { server: String(socket.servername), version: request.httpVersion, client });
    }
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json", "x-demo-backend": name });
      response.end("{}");
    });
  });
  server.on("sessionError", () => {});
  servers.push(server as Http2Server);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

const pools = ["own", "named", "mutual", "any", "address", "h2c", "h2", "http1"] as const;
const refused = ["otherAuthority", "otherName", "noClientCertificate", "addressOfAnother"] as const;

beforeAll(async () => {
  fleet = await Fleet.start({ backends: 1, yaml: ({ backends: [plain] }) => plainYaml(plain) });
  const one = makeAuthority(fleet.folder, "one");
  const two = makeAuthority(fleet.folder, "two");
  two.issue("client", "DNS:gateway.test");
  const own = await start("own", one.issue("own", "DNS:localhost"));
  const other = await start("other", two.issue("other", "DNS:localhost"));
  const named = await start("named", one.issue("named", "DNS:api.named.test"));
  const address = await start("address", one.issue("address", "IP:127.0.0.1"));
  const elsewhere = await start("elsewhere", one.issue("elsewhere", "IP:192.0.2.1"));
  const onlyH2 = await start("h2", { ...one.issue("h2", "DNS:localhost"), allowHTTP1: false });
  const h2c = await start("h2c");
  const mutual = await start("mutual", {
    ...one.issue("mutual", "DNS:localhost"),
    requestCert: true,
    rejectUnauthorized: true,
    ca: readFileSync(two.file),
  });
  const plain = fleet.places.backends[0];
  const noRetry = "panicThreshold: 100, retries: 0,";
  fleet.writeConfig(`
healthCheck: { interval: 300ms, timeout: 300ms }
providers:
  one: { tls: { ca: { file: one.pem } } }
  two: { tls: { ca: { file: two.pem } } }
  mutual: { tls: { ca: { file: one.pem }, certificate: { file: client.pem }, key: { file: client.key } } }
pools:
  plain: { endpoints: [{ url: "http://127.0.0.1:${plain}/v1" }] }
  own: { endpoints: [{ url: "https://localhost:${own}", provider: one }] }
  named: { endpoints: [{ url: "https://127.0.0.1:${named}", provider: one, tls: { serverName: api.named.test } }] }
  mutual: { endpoints: [{ url: "https://localhost:${mutual}", provider: mutual }] }
  any: { endpoints: [{ url: "https://127.0.0.1:${other}", tls: { dangerouslyAcceptAnyCertificate: true } }] }
  address: { endpoints: [{ url: "https://127.0.0.1:${address}", provider: one }] }
  h2c: { protocol: http2, endpoints: [{ url: "http://127.0.0.1:${h2c}" }] }
  h2: { protocol: http2, endpoints: [{ url: "https://localhost:${onlyH2}", provider: one }] }
  http1: { protocol: http1, endpoints: [{ url: "https://localhost:${own}", provider: one }] }
  otherAuthority: { ${noRetry} endpoints: [{ url: "https://localhost:${other}", provider: one }] }
  otherName: { ${noRetry} endpoints: [{ url: "https://127.0.0.1:${own}", provider: one, tls: { serverName: api.named.test } }] }
  noClientCertificate: { ${noRetry} endpoints: [{ url: "https://localhost:${mutual}", provider: one }] }
  addressOfAnother: { ${noRetry} endpoints: [{ url: "https://127.0.0.1:${elsewhere}", provider: one }] }
  all:
    endpoints:
      - { url: "http://127.0.0.1:${plain}/v1" }
      - { url: "https://localhost:${own}", provider: one }
      - { url: "https://localhost:${other}", provider: two }
      - { url: "https://127.0.0.1:${named}", provider: one, tls: { serverName: api.named.test } }
      - { url: "https://localhost:${mutual}", provider: mutual }
  crossed:
    ${noRetry.replaceAll(",", "\n   ").trim()}
    endpoints:
      - { url: "https://localhost:${own}", provider: two }
      - { url: "https://localhost:${other}", provider: one }
`);
  await until("the new pools are served", async () => (await ask("own")).ok);
});

afterAll(async () => {
  await fleet?.close();
  for (const server of servers) server.close();
});

test.each(pools)("%s: requests and checks get through", async (pool) => {
  await until(`${pool} is healthy`, async () => (await fleet.pool(pool)).endpoints[0]?.health === "HEALTHY");
  await until(`${pool} answers`, async () => (await ask(pool)).ok, 3_000);
});

describe("what the backends saw", () => {
  test.each([
    { pool: "own", backend: "own", sees: { server: "localhost", version: "2.0", client: "" } },
    { pool: "named", backend: "named", sees: { server: "api.named.test", version: "2.0", client: "" } },
    { pool: "mutual", backend: "mutual", sees: { server: "localhost", version: "2.0", client: "client" } },
    { pool: "h2c", backend: "h2c", sees: { server: "undefined", version: "2.0", client: "" } },
    { pool: "h2", backend: "h2", sees: { server: "localhost", version: "2.0", client: "" } },
    { pool: "http1", backend: "own", sees: { server: "localhost", version: "1.1", client: "" } },
  ])("$pool", async ({ pool, backend, sees }) => {
    seen.delete(backend);
    expect((await ask(pool)).status).toBe(200);
    expect(seen.get(backend)).toEqual(sees);
  });
});

test.each(refused)("%s: refused by Envoy and by the checks", async (pool) => {
  expect((await ask(pool)).status).toBe(502);
  await until(
    `${pool} is unhealthy`,
    async () => (await fleet.pool(pool)).endpoints[0]?.health === "UNHEALTHY",
  );
});

test("plain, two authorities, another name and a client certificate in one pool", async () => {
  await until("all are healthy", async () =>
    (await fleet.pool("all")).endpoints.every(({ health }) => health === "HEALTHY"),
  );
  const answered = new Set<string | null>();
  for (let round = 0; round < 20; round += 1) {
    const response = await ask("all");
    expect(response.status).toBe(200);
    answered.add(response.headers.get("x-demo-backend"));
  }
  expect([...answered].sort()).toEqual(["b1", "mutual", "named", "other", "own"]);
});

test("one endpoint's authority is not another's", async () => {
  for (let round = 0; round < 4; round += 1) expect((await ask("crossed")).status).toBe(502);
});

test("no private key is in Envoy's dump, and Envoy refused nothing", async () => {
  const dump = await (await fetch(`${fleet.envoyAdmin}/config_dump?include_eds`)).text();
  expect(dump).toContain("certificate/provider/mutual");
  const key = readFileSync(`${fleet.folder}/client.key`, "utf8");
  const [, line = ""] = key.split("\n");
  for (const text of [line, Buffer.from(key).toString("base64").slice(40, 80)])
    expect(dump).not.toContain(text);
  expect(await fleet.envoyStat("cluster_manager.cds.update_rejected")).toBe(0);
});

function ask(model: string): Promise<Response> {
  return fleet.chat({ model, messages: [{ role: "user", content: "hello" }] });
}

function plainYaml(port: number | undefined): string {
  return `pools:\n  plain: { endpoints: [{ url: "http://127.0.0.1:${port}/v1" }] }`;
}
