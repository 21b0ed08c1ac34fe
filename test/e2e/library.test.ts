import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ScriptedClient } from "../conformance/scripted-client.ts";
import { freePorts } from "./harness/free-port.ts";
import { Process } from "./harness/process.ts";
import { until } from "./harness/wait.ts";

/* `fairlead/xds` as a user has it: packed, installed elsewhere, its types checked; and its example. */

const root = join(import.meta.dirname, "../..");
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-library-"));
  execFileSync("npm", ["run", "build"], { cwd: root, stdio: "pipe" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("packed and installed, its types are checked and it serves", async () => {
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
    stdio: "pipe",
  });
  const archive = readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "";
  execFileSync("tar", ["xzf", archive], { cwd: folder });
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  cpSync(join(folder, "package"), join(modules, "fairlead"), { recursive: true });
  for (const needed of ["protobufjs", "@protobufjs", "@types", "undici-types", "long"])
    symlinkSync(join(root, "node_modules", needed), join(modules, needed));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "use.ts"), use);
  writeFileSync(join(folder, "docs.ts"), documented());
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const flags = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--types", "node"];
  execFileSync(process.execPath, [compiler, ...flags, "use.ts", "docs.ts"], { cwd: folder, stdio: "pipe" });
  const output = execFileSync(process.execPath, ["use.ts"], { cwd: folder, encoding: "utf8" });
  expect(output).toBe("serving, 0 nodes\n");
});

test("the bare server gives a node what it was told, and nothing before", async () => {
  const [xds = 0, http = 0] = await freePorts(2);
  const addresses = ["--xds", `127.0.0.1:${xds}`, "--http", `127.0.0.1:${http}`];
  const server = Process.start("bare", process.execPath, [
    join(root, "examples/bare-xds-server.ts"),
    ...addresses,
  ]);
  try {
    await until("it listens", () => server.output.includes("/state"));
    const type = "type.googleapis.com/envoy.config.endpoint.v3.ClusterLoadAssignment";
    const state = (value: string) => ({
      node: "n1",
      version: "7",
      resources: { [type]: [{ name: "a", value, ttl_ms: 60_000 }] },
    });
    const early = new ScriptedClient({ host: "127.0.0.1", port: xds }, "delta");
    early.ask({ typeUrl: type, names: ["a"], node: { id: "n1" } });
    expect(await early.failure()).toMatchObject({ code: 14 });
    early.close();
    const told = await post(http, state("CgFh"));
    expect([told.status, told.headers.get("x-conform-target")]).toEqual([200, "fairlead"]);
    const client = new ScriptedClient({ host: "127.0.0.1", port: xds }, "sotw");
    client.ask({ typeUrl: type, names: ["a"], node: { id: "n1" } });
    expect(await client.next()).toMatchObject({ names: ["a"], version: "7" });
    client.close();
    expect((await post(http, { node: 7 })).status).toBe(400);
  } finally {
    await server.stop();
  }
});

/** The examples of the documentation, each in a function of its own. */
function documented(): string {
  const page = readFileSync(join(root, "docs/xds-library.md"), "utf8");
  const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  expect(blocks.length).toBeGreaterThan(5);
  const names = "duration, encodedResource, resource, startXdsServer, struct, typeUrl, type XdsServer";
  const bodies = blocks.map(
    (code, index) => `async function block${index}() {\n${code.replace(/^import .*$/gm, "")}}`,
  );
  const used = blocks.map((_, index) => `block${index}`).join(", ");
  return `import { ${names} } from "fairlead/xds";
declare const server: XdsServer;
${bodies.join("\n")}
export { ${used} };
`;
}

function post(port: number, state: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/state`, { method: "POST", body: JSON.stringify(state) });
}

const use = `
import { resource, startXdsServer, type Nacked, type XdsServer } from "fairlead/xds";

const server: XdsServer = await startXdsServer({
  listen: { host: "127.0.0.1", port: 0 },
  groupOf: ({ cluster }) => cluster,
  hooks: { onNack: (event: Nacked) => console.error(event.message) },
});
server.set("edge", [resource("envoy.config.cluster.v3.Cluster", "api", { name: "api", type: "STRICT_DNS" })]);
// @ts-expect-error a word that the message does not have
resource("envoy.config.cluster.v3.Cluster", "api", { nmae: "api" });
console.log("serving, " + server.nodes().length + " nodes");
await server.close();
`.replace(/\/\/ @ts-expect-error.*\n.*\n/, (line) => `const never = () => {\n${line}};\nvoid never;\n`);
