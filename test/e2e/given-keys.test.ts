import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask } from "./harness/ask.ts";
import { Fleet } from "./harness/fleet.ts";
import { keysCommand } from "./harness/keys.ts";
import { until } from "./harness/wait.ts";

test("a signing key of the operator's own is exchanged without a gap, and keys can be asked for while running", async () => {
  const pools = ({ backends: [port] }: { backends: readonly number[] }) => `
healthCheck: { interval: 1s, timeout: 1s }
pools: { gpt: { endpoints: [{ url: "http://127.0.0.1:${port}/v1" }] } }`;
  await using fleet = await Fleet.start({ backends: 1, dialect: "sotw", yaml: pools });
  const call = async (token: string) => (await ask(fleet.gateway, token)).status;
  const edit = (section: string) => fleet.writeConfig(`${section}${pools(fleet.places)}`);
  const write = (name: string, pem: string) => writeFileSync(join(fleet.folder, name), pem);
  await until("the backend is healthy", async () => (await call("sk-anything")) === 200);

  const [first, second] = [newPems(), newPems()];
  write("first.pem", first.privateKey);
  write("first.pub", first.publicKey);
  write("second.pem", second.privateKey);
  write("second.pub", second.publicKey);

  edit("clientKeys: { signingKey: { file: first.pem } }");
  await until("keys are asked for", async () => (await call("sk-anything")) === 401);
  expect(fleet.controlPlane.output).toContain("connections that are open stay unchecked");
  const early = await keysCommand(fleet, "create", "--name", "early");
  expect(await call(early)).toBe(200);

  // The next key is made known, then signs, then the first is forgotten.
  edit("clientKeys: { signingKey: { file: first.pem }, acceptedKeys: [{ file: second.pub }] }");
  const reloads = () =>
    fleet.envoyStat("extension_config_discovery.http_filter.fairlead.client_keys.config_reload");
  await until("both are known", async () => (await reloads()) === 2);
  edit("clientKeys: { signingKey: { file: second.pem }, acceptedKeys: [{ file: first.pub }] }");
  const late = await keysCommand(fleet, "create", "--name", "late");
  expect([await call(early), await call(late)]).toEqual([200, 200]);

  edit("clientKeys: { signingKey: { file: second.pem } }");
  await until("the first is forgotten", async () => (await call(early)) === 401);
  expect(await call(late)).toBe(200);

  // A key that cannot be read is a mistake in the file like any other: what was good goes on.
  edit("clientKeys: { signingKey: { file: first.pub } }");
  await until("it is told", () => fleet.controlPlane.output.includes("holds no key on the curve P-256"));
  expect([await call("sk-anything"), await call(late)]).toEqual([401, 200]);

  edit("clientKeys: { required: false }");
  await until("nobody is asked any more", async () => (await call("sk-anything")) === 200);
});

function newPems() {
  return generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}
