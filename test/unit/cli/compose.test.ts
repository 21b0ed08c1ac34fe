import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../../..");
const compose = parse(readFileSync(join(root, "docker-compose.yml"), "utf8"), { merge: true });
const services = Object.entries<{
  readonly image?: string;
  readonly command?: readonly unknown[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly unknown[] };
}>(compose.services);

test("every command and check is a list of texts: what looks like a map in YAML would not start", () => {
  for (const [, { command = [], healthcheck }] of services) {
    for (const word of [...command, ...(healthcheck?.test ?? [])]) expect(word).toBeTypeOf("string");
  }
});

test("nothing is published beyond this machine", () => {
  const ports = services.flatMap(([, service]) => service.ports ?? []);
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test("every backend of the configuration is a service, under its name and port", () => {
  const config = parse(readFileSync(join(root, "examples/compose.yaml"), "utf8"), { merge: true });
  const endpoints = Object.values<{
    readonly endpoints: readonly { readonly id: string; readonly url: string }[];
  }>(config.pools).flatMap((pool) => pool.endpoints);
  expect(endpoints).toHaveLength(6);
  for (const { id, url } of endpoints) {
    const { hostname, port } = new URL(url);
    const command = compose.services[hostname]?.command as readonly string[];
    expect(command.join(" ")).toContain(`--name ${id} --host 0.0.0.0 --port ${port}`);
    expect(compose.services.test.environment.FAIRLEAD_E2E_BACKENDS.split(",")).toContain(
      `${id}=http://${hostname}:${port}`,
    );
  }
});

test("it runs the Envoy that is tested with", () => {
  expect(compose.services.envoy.image).toBe("envoyproxy/envoy:v1.40.0");
});
