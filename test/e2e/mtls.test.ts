import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { Client, credentials } from "@grpc/grpc-js";
import { afterEach, beforeEach, expect, test } from "vitest";
import { decode, encode } from "../../src/proto/codec.ts";
import { freePorts } from "./harness/free-port.ts";
import { Process } from "./harness/process.ts";
import { until } from "./harness/wait.ts";

/*
 * The xDS port with certificates on both sides: who may be which node is told by the name in the Envoy's
 * certificate, and a certificate that is replaced on disk is used without a restart.
 */

let folder: string;
let processes: Process[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-mtls-"));
  processes = [];
});

afterEach(async () => {
  for (const one of processes.reverse()) await one.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("an Envoy with the right name is served, one with another is refused, and a new certificate is taken", async () => {
  const [xds = 0, admin = 0, gateway = 0, envoyAdmin = 0, otherAdmin = 0] = await freePorts(5);
  makeAuthority();
  issue("server", "DNS:localhost");
  issue("edge", "URI:spiffe://example.org/edge/1");
  issue("core", "URI:spiffe://example.org/core/1");
  issue("stranger", "URI:spiffe://example.org/other/1");
  writeFileSync(join(folder, "fairlead.yaml"), yaml(xds, admin, gateway));
  const plane = fairlead("serve", "--config", "fairlead.yaml", "--log-format", "json");
  await until("the control plane serves", () => plane.output.includes("serving the configuration"));

  const envoy = fairlead(...envoyRun("edge", "edge-1", xds, envoyAdmin));
  await until("the Envoy has its configuration", async () => await live(envoyAdmin));
  expect(plane.output).toContain("an Envoy has connected");

  expect(await statusFor("edge", xds)).toEqual(["edge-1"]);
  expect(await statusFor("core", xds)).toEqual([]);
  expect(await reportAs("edge-7", "edge", xds)).toBe("told what to report");
  expect(await reportAs("core-1", "edge", xds)).toContain("may not be node");
  expect(await logAs("edge-7", "edge", xds)).toBe("taken");
  expect(await logAs("core-1", "edge", xds)).toContain("may not be node");

  const stranger = fairlead(...envoyRun("stranger", "edge-2", xds, otherAdmin));
  await until("the stranger is refused", () =>
    plane.output.includes("no rule of the configuration admits this certificate"),
  );
  expect(await live(otherAdmin)).toBe(false);
  await stranger.stop();

  const impostor = fairlead(...envoyRun("edge", "core-1", xds, otherAdmin));
  await until("the impostor is refused", () => plane.output.includes('may not be node \\"core-1\\"'));
  await impostor.stop();

  const before = await serverCertificate(xds);
  issue("server", "DNS:localhost");
  await until("the new certificate is used", async () => (await serverCertificate(xds)) !== before);
  expect(await live(envoyAdmin)).toBe(true);
  expect(envoy.output).not.toContain("critical");
});

function yaml(xds: number, admin: number, gateway: number): string {
  return `
gateway: { listen: "127.0.0.1:${gateway}" }
admin: { listen: "127.0.0.1:${admin}" }
xds:
  listen: "127.0.0.1:${xds}"
  tls: { certificate: server.pem, key: server.key, clientCa: ca.pem }
  clients:
    - { san: "spiffe://example.org/edge/*", node: "edge-*" }
    - { san: "spiffe://example.org/core/*", node: "core-*" }
pools:
  gpt: { endpoints: [{ url: "http://127.0.0.1:9/v1" }] }
`;
}

function envoyRun(certificate: string, nodeId: string, xds: number, admin: number): readonly string[] {
  return [
    ...["envoy", "run", "--node-id", nodeId, "--xds", `127.0.0.1:${xds}`, "--admin", `127.0.0.1:${admin}`],
    ...["--xds-ca", "ca.pem", "--xds-cert", `${certificate}.pem`, "--xds-key", `${certificate}.key`],
    ...["--xds-server-name", "localhost"],
  ];
}

function fairlead(...args: readonly string[]): Process {
  const main = join(import.meta.dirname, "../../src/main.ts");
  const made = Process.start("fairlead", process.execPath, [main, ...args], {}, folder);
  processes.push(made);
  return made;
}

async function live(admin: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${admin}/ready`).catch(() => undefined);
  return response?.status === 200;
}

const asIs = (bytes: Buffer) => bytes;

function clientWith(certificate: string, port: number): Client {
  const file = (name: string) => readFileSync(join(folder, name));
  const own = credentials.createSsl(file("ca.pem"), file(`${certificate}.key`), file(`${certificate}.pem`));
  return new Client(`127.0.0.1:${port}`, own, { "grpc.ssl_target_name_override": "localhost" });
}

/** What who has this certificate hears when it sends access logs as a node. */
function logAs(node: string, certificate: string, port: number): Promise<string> {
  const client = clientWith(certificate, port);
  const path = "/envoy.service.accesslog.v3.AccessLogService/StreamAccessLogs";
  const call = client.makeBidiStreamRequest(path, asIs, asIs);
  const message = { identifier: { node: { id: node } }, tcpLogs: { logEntry: [] } };
  call.write(Buffer.from(encode("envoy.service.accesslog.v3.StreamAccessLogsMessage", message)));
  call.end();
  return new Promise<string>((resolve) => {
    call.on("data", () => resolve("taken"));
    call.on("error", (error: Error) => resolve(error.message));
  }).finally(() => {
    call.cancel();
    client.close();
  });
}

/** What who has this certificate hears when it reports load as a node. */
function reportAs(node: string, certificate: string, port: number): Promise<string> {
  const client = clientWith(certificate, port);
  const path = "/envoy.service.load_stats.v3.LoadReportingService/StreamLoadStats";
  const call = client.makeBidiStreamRequest(path, asIs, asIs);
  call.write(Buffer.from(encode("envoy.service.load_stats.v3.LoadStatsRequest", { node: { id: node } })));
  return new Promise<string>((resolve) => {
    call.on("data", () => resolve("told what to report"));
    call.on("error", (error: Error) => resolve(error.message));
  }).finally(() => {
    call.cancel();
    client.close();
  });
}

/** The nodes that CSDS tells to whom has this certificate. */
function statusFor(certificate: string, port: number): Promise<readonly string[]> {
  const client = clientWith(certificate, port);
  const path = "/envoy.service.status.v3.ClientStatusDiscoveryService/FetchClientStatus";
  const request = Buffer.from(encode("envoy.service.status.v3.ClientStatusRequest", {}));
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, request, (error, answer) => {
      client.close();
      if (error !== null || answer === undefined) return reject(error ?? new Error("no answer"));
      const { config = [] } = decode("envoy.service.status.v3.ClientStatusResponse", answer);
      resolve(config.map(({ node }) => node?.id ?? ""));
    });
  });
}

/** Fingerprint of the certificate that a new connection is shown. */
function serverCertificate(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const file = (name: string) => readFileSync(join(folder, name));
    const options = {
      ca: file("ca.pem"),
      cert: file("edge.pem"),
      key: file("edge.key"),
      servername: "localhost",
    };
    const socket = connect({ host: "127.0.0.1", port, ALPNProtocols: ["h2"], ...options }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];

function openssl(...args: readonly string[]): void {
  execFileSync("openssl", [...args], { cwd: folder, stdio: "pipe" });
}

function makeAuthority(): void {
  openssl("req", "-x509", ...newKey, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=test authority");
}

function issue(name: string, alternative: string): void {
  const signed = ["-CA", "ca.pem", "-CAkey", "ca.key", "-addext", `subjectAltName=${alternative}`];
  const out = ["-keyout", `${name}.key`, "-out", `${name}.pem`, "-subj", `/CN=${name}`];
  openssl("req", "-x509", ...newKey, ...signed, ...out);
}
