import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
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
