import { expect, test } from "vitest";
import { parse } from "yaml";
import { run } from "./captured.ts";

test.each([
  "up",
  "serve",
  "validate",
  "keys create",
  "keys list",
  "keys revoke",
  "keys rotate",
  "envoy bootstrap",
  "envoy run",
  "envoy path",
  "demo backend",
  "demo backends",
])("%s --help has an example that starts with the command", async (command) => {
  const { code, out } = await run([...command.split(" "), "--help"]);
  expect(code).toBe(0);
  expect(out).toMatch(new RegExp(`Examples:\n.*fairlead ${command}`));
});

test("the general help tells the commands and the exit codes", async () => {
  const { code, out } = await run(["--help"]);
  expect(code).toBe(0);
  for (const told of ["up", "serve", "validate", "envoy", "demo", "130"]) expect(out).toContain(told);
});

test.each([
  { args: ["upp"], told: "Did you mean up?" },
  { args: ["envoy", "bootstrp"], told: "Did you mean bootstrap?" },
  { args: ["serve", "-c", "x", "--confg", "x"], told: "Did you mean --config?" },
  { args: ["serve"], told: "'-c, --config <file>' not specified" },
  { args: ["validate"], told: "missing required argument 'file'" },
  { args: ["serve", "-c", "x", "--xds", "18000"], told: '"18000" is not an address' },
  { args: ["serve", "-c", "x", "--admin", "h:99999"], told: '"h:99999" is not an address' },
  { args: ["serve", "-c", "x", "--log-level", "loud"], told: "Allowed choices are debug, info, warn, error" },
  { args: ["demo", "backend", "--name", "a", "--port", "x"], told: '"x" is not a port' },
  { args: ["demo", "backend", "--name", "a", "--port", "1", "--latency", "-1"], told: "milliseconds" },
])("$args is refused with what would be right", async ({ args, told }) => {
  const { code, out, err } = await run(args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(told);
  expect(err).not.toMatch(/\n\s+at /);
});

test("--version is the package's", async () => {
  expect(await run(["--version"])).toEqual({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: "",
  });
});

test.each([
  { args: [], dialect: "DELTA_GRPC", id: /./, xds: ["127.0.0.1", 18000], admin: ["127.0.0.1", 9901] },
  {
    args: ["--node-id", "e1", "--xds", "[::1]:7", "--admin", ":8", "--sotw"],
    dialect: "GRPC",
    id: /^e1$/,
    xds: ["::1", 7],
    admin: ["127.0.0.1", 8],
  },
])("envoy bootstrap $args", async ({ args, dialect, id, xds, admin }) => {
  const { code, out } = await run(["envoy", "bootstrap", ...args]);
  expect(code).toBe(0);
  const file = parse(out);
  const cluster = file.static_resources.clusters[0];
  const address = cluster.load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address;
  expect(file.node).toEqual({ id: expect.stringMatching(id), cluster: "fairlead" });
  expect(file.dynamic_resources.ads_config.api_type).toBe(dialect);
  expect([address.address, address.port_value]).toEqual(xds);
  const own = file.admin.address.socket_address;
  expect([own.address, own.port_value]).toEqual(admin);
});
