import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { Program, root } from "./program-process.ts";

let folder: string;
const started: { stop(): unknown }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-cli-"));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()));
  rmSync(folder, { recursive: true, force: true });
});

function fairlead(args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  const program = new Program(args, { TMPDIR: folder, ...env });
  started.push(program);
  return program;
}

/** An executable that plays Envoy. */
function fakeEnvoy(): string {
  const file = join(folder, "envoy");
  const script = fileURLToPath(import.meta.resolve("./fake-envoy.ts"));
  writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  await Promise.all(
    servers.map((server) => new Promise<void>((done) => server.listen(0, "127.0.0.1", done))),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

async function listen(port: number): Promise<Server> {
  const server = createServer((_, response) => void response.writeHead(404).end());
  started.push({ stop: () => server.close().closeAllConnections() });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return server;
}

const patient = { timeout: 8_000 };

test.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
  "a demo backend serves until %s and ends with 0",
  async (signal) => {
    const program = fairlead(["demo", "backend", "--name", "one", "--port", "0", "--path-prefix", "/v1/x"]);
    await expect.poll(() => program.out, patient).toMatch(/^listening: http:\/\/127\.0\.0\.1:\d+\/v1\/x\n$/);
    const url = program.out.trim().split(" ")[1] ?? "";
    expect((await fetch(`${url}/health`)).headers.get("x-demo-backend")).toBe("one");
    expect(await program.stop(signal)).toBe(0);
  },
);

test("Ctrl-C that comes twice at once, as npm sends it, is one wish; a client that hangs keeps nobody", async () => {
  const program = fairlead(["demo", "backend", "--name", "one", "--port", "0"]);
  await expect.poll(() => program.out, patient).toMatch(/listening/);
  const socket = connect(Number(/:(\d+)\//.exec(program.out)?.[1]), "127.0.0.1");
  socket.on("error", () => {});
  socket.write("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n");
  await new Promise((resolve) => setTimeout(resolve, 50));
  program.child.kill("SIGINT");
  program.child.kill("SIGINT");
  expect(await program.ended()).toBe(0);
});

test("a taken port is said in one line, and the code is 3", async () => {
  const [port = 0] = await freePorts(1);
  await listen(port);
  const program = fairlead(["demo", "backend", "--name", "one", "--port", String(port)]);
  expect(await program.ended()).toBe(3);
  expect(program.err).toBe(`the address 127.0.0.1:${port} is taken by another program\n`);
});

test("envoy path prints what was found, and says why when there is nothing", async () => {
  const binary = fakeEnvoy();
  const program = fairlead(["envoy", "path"], { ENVOY_BIN: binary });
  expect(await program.ended()).toBe(0);
  expect(program.out).toBe(`${binary}\n`);
  const without = fairlead(["envoy", "path"], { ENVOY_BIN: join(folder, "nowhere") });
  expect(await without.ended()).toBe(3);
  expect(without.err).toMatch(/No usable Envoy was found:\n.*nowhere\): it does not run: not found/);
});

test("envoy run hands over a bootstrap, supervises, and leaves nothing behind", async () => {
  const seen = join(folder, "seen.yaml");
  const program = fairlead(["envoy", "run", "--node-id", "e1", "--xds", ":7"], {
    ENVOY_BIN: fakeEnvoy(),
    FAKE_SEEN: seen,
  });
  await expect.poll(() => program.err, patient).toContain("fake envoy is up");
  expect(parse(readFileSync(seen, "utf8")).node).toEqual({ id: "e1", cluster: "fairlead" });
  expect(await program.stop("SIGINT")).toBe(0);
  expect(program.err).toContain("fake envoy says goodbye");
  expect(readdirSync(folder).toSorted()).toEqual(["envoy", "seen.yaml"]);
});

test("envoy run gives an Envoy up that never starts, with its own words", async () => {
  const program = fairlead(["envoy", "run"], { ENVOY_BIN: fakeEnvoy(), FAKE_ENVOY: "broken" });
  expect(await program.ended()).toBe(3);
  expect(program.err).toMatch(
    /Envoy ended 3 times right after its start \(exit code 1\); its last words:\n.*no such field/,
  );
});

/** A configuration on free ports, and the command line that starts a fleet from it with the fake Envoy. */
async function ownFleet(pools = 'pools: { p: { endpoints: [{ url: "http://127.0.0.1:9/v1" }] } }'): Promise<{
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly ports: {
    readonly gateway: number;
    readonly xds: number;
    readonly admin: number;
    readonly envoyAdmin: number;
  };
}> {
  const [gateway = 0, xds = 0, admin = 0, envoyAdmin = 0] = await freePorts(4);
  const config = join(folder, "fairlead.yaml");
  writeFileSync(config, `gateway: { listen: "127.0.0.1:${gateway}" }\n${pools}\n`);
  const addresses = ["--xds", `:${xds}`, "--admin", `:${admin}`, "--envoy-admin", `:${envoyAdmin}`];
  return {
    args: ["up", "--config", config, ...addresses, "--run-dir", join(folder, "run")],
    env: { ENVOY_BIN: fakeEnvoy(), FAKE_GATEWAY: String(gateway) },
    ports: { gateway, xds, admin, envoyAdmin },
  };
}

test("up brings up a fleet, says how to use it, and takes everything down again", async () => {
  const { args, env, ports } = await ownFleet();
  const program = fairlead(args, env);
  await expect.poll(() => program.out, patient).toContain("Ctrl-C stops everything.");
  expect(program.out).toContain(`http://127.0.0.1:${ports.gateway}/v1/chat/completions`);
  expect(program.out).toContain('"model":"p"');
  expect((await fetch(`http://127.0.0.1:${ports.admin}/healthz`)).status).toBe(200);
  const runFolder = join(folder, "run", String(ports.gateway));
  expect(readFileSync(join(runFolder, "envoy.log"), "utf8")).toContain("fake envoy is up");
  expect(existsSync(join(runFolder, "fairlead.pid"))).toBe(true);
  expect(await program.stop("SIGTERM")).toBe(0);
  expect(readFileSync(join(runFolder, "envoy.log"), "utf8")).toContain("fake envoy says goodbye");
  expect(existsSync(join(runFolder, "fairlead.pid"))).toBe(false);
  for (const port of [ports.gateway, ports.admin, ports.xds]) {
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  }
});

test("a second start says who is there, changes nothing, and ends with 3", async () => {
  const { args, env, ports } = await ownFleet();
  const first = fairlead(args, env);
  await expect.poll(() => first.out, patient).toContain("Ctrl-C stops everything.");
  const second = fairlead(args, env);
  expect(await second.ended()).toBe(3);
  expect(second.err).toContain(
    `already running here (admin API http://127.0.0.1:${ports.admin}, process ${first.child.pid})`,
  );
  for (const port of [ports.gateway, ports.xds, ports.admin])
    expect(second.err).toContain(`127.0.0.1:${port}  (`);
  expect((await fetch(`http://127.0.0.1:${ports.gateway}/`)).status).toBe(200);
  expect(await first.stop()).toBe(0);
});

test("up names the other program's port and starts nothing", async () => {
  const { args, env, ports } = await ownFleet();
  await listen(ports.xds);
  const program = fairlead(args, env);
  expect(await program.ended()).toBe(3);
  expect(program.err).toContain(`127.0.0.1:${ports.xds}  (xDS)`);
  expect(program.err).not.toContain(`127.0.0.1:${ports.gateway}`);
  expect(existsSync(join(folder, "run"))).toBe(false);
});

test("a start that fails at its last step takes down what it had started", async () => {
  const { args, env, ports } = await ownFleet();
  const program = fairlead(args, { ...env, FAKE_ENVOY: "broken" });
  expect(await program.ended()).toBe(3);
  expect(program.err).toContain("no such field");
  expect(program.out).toBe("");
  await expect(fetch(`http://127.0.0.1:${ports.admin}/healthz`)).rejects.toThrow();
});

test("a start that is interrupted takes down what it had started, and ends with 0", async () => {
  const { args, env, ports } = await ownFleet();
  const program = fairlead(args, { ...env, FAKE_ENVOY: "unready" });
  await expect
    .poll(() => existsSync(join(folder, "run", String(ports.gateway), "envoy.log")) && program.err, patient)
    .toContain("Envoy is started");
  expect(await program.stop("SIGINT")).toBe(0);
  expect(program.out).toBe("");
  await expect(fetch(`http://127.0.0.1:${ports.gateway}/`)).rejects.toThrow();
});

test("a second Ctrl-C does not wait for an Envoy that does not end, and leaves none behind", async () => {
  const { args, env, ports } = await ownFleet();
  const program = fairlead(args, { ...env, FAKE_ENVOY: "stubborn" });
  await expect.poll(() => program.out, patient).toContain("Ctrl-C stops everything.");
  program.child.kill("SIGINT");
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect((await fetch(`http://127.0.0.1:${ports.gateway}/`)).status).toBe(200);
  expect(await program.stop("SIGINT")).toBe(130);
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${ports.gateway}/`).then(
          () => "there",
          () => "gone",
        ),
      patient,
    )
    .toBe("gone");
});

test.each(["up", "serve"])("%s lists every problem of a bad file and ends with 1", async (command) => {
  const { args } = await ownFleet(
    'pools: { p: { strategy: best, endpoints: [{ url: "http://127.0.0.1:9/v1", wieght: 3 }] } }',
  );
  const program = fairlead([command, ...args.slice(1, 3)]);
  expect(await program.ended()).toBe(1);
  expect(program.err).toMatch(/fairlead\.yaml has 2 problems:\n {2}.*\n {2}.*\n$/);
  expect(program.err).toContain("wieght");
});

test("serve serves until it is told to stop", async () => {
  const { args, ports } = await ownFleet();
  const program = fairlead(["serve", ...args.slice(1, 7)]);
  await expect.poll(() => program.err, patient).toContain("the control plane is up");
  expect((await fetch(`http://127.0.0.1:${ports.admin}/healthz`)).status).toBe(200);
  expect(await program.stop("SIGINT")).toBe(0);
});

test("serve says which address is taken", async () => {
  const { args, ports } = await ownFleet();
  await listen(ports.admin);
  const program = fairlead(["serve", ...args.slice(1, 7)]);
  expect(await program.ended()).toBe(3);
  expect(program.err).toContain(String(ports.admin));
  expect(program.err).not.toMatch(/\n\s+at /);
});

test("under npm, the end of the shell that npm puts in between is a wish to stop", async () => {
  const { args, env, ports } = await ownFleet();
  const pidFile = join(folder, "run", String(ports.gateway), "fairlead.pid");
  const shell = spawn(
    "sh",
    ["-c", '"$@" & wait', "sh", process.execPath, join(root, "bin/fairlead.js"), ...args],
    {
      env: {
        PATH: process.env.PATH ?? "",
        HOME: process.env.HOME ?? "",
        npm_lifecycle_event: "start",
        ...env,
      },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  let out = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  await expect.poll(() => out, patient).toContain("Ctrl-C stops everything.");
  shell.kill("SIGTERM");
  await expect.poll(() => existsSync(pidFile), patient).toBe(false);
  await expect(fetch(`http://127.0.0.1:${ports.admin}/healthz`)).rejects.toThrow();
});
