import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "./captured.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-cli-keys-"));
  file = join(folder, "fairlead.yaml");
  write("clientKeys: {}");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A credential that is nowhere: keys are made where the providers' secrets need not be. */
function write(section: string): void {
  writeFileSync(
    file,
    `${section}
providers: { acme: { credential: { env: NOT_SET_HERE } } }
pools: { gpt: { endpoints: [{ url: "http://127.0.0.1:1/v1", provider: acme }] } }
`,
  );
}

const keys = (...args: readonly string[]) => run(["keys", ...args, "--config", file]);

test("a key's token alone goes to the output, and the rest beside it", async () => {
  const { code, out, err } = await keys("create", "--name", "ci", "--team", "search", "--expires", "12h");
  expect(code).toBe(0);
  expect(out).toMatch(/^sk-fairlead-[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(err).toMatch(/^key_[0-9a-f]{20} for ci, good until .* It is not shown again\.\n$/);
  expect((await keys("list")).out).toMatch(/key_[0-9a-f]{20} {2}good .* ci {2}search {2}\*\n/);
});

test("--json, list and revoke", async () => {
  const made = JSON.parse((await keys("create", "--name", "ci", "--models", "gpt, other", "--json")).out);
  expect(made.key).toMatchObject({ name: "ci", models: ["gpt", "other"] });
  expect((await keys("revoke", made.key.id)).out).toContain("is revoked since");
  const [line = ""] = (await keys("list", "--json")).out.split("\n");
  expect(JSON.parse(line)).toEqual({ ...made.key, revoked: expect.any(String) });
  expect((await keys("list")).out).toContain("revoked");
});

test("what may be a mistake is told: a model that is not there, a file that asks for no keys", async () => {
  write("clientKeys: { required: false }");
  const { code, err } = await keys("create", "--name", "ci", "--models", "gtp");
  expect(code).toBe(0);
  expect(err).toContain('has no model "gtp"');
  expect(err).toContain("does not ask for keys");
});

test("rotate tells the key that signs now", async () => {
  await keys("create", "--name", "ci");
  expect((await keys("rotate")).out).toMatch(
    /^new keys are signed with [\w-]{16}; 1 earlier stay accepted\n$/,
  );
});

test.each([
  { args: ["create"], code: 2, says: "--name" },
  { args: ["create", "--name", ""], code: 2, says: "--name must be" },
  { args: ["create", "--name", "a", "--expires", "soon"], code: 2, says: "a time such as 30m" },
  { args: ["create", "--name", "a", "--models", "a,,b"], code: 2, says: "empty part" },
  { args: ["revoke", "key_none"], code: 1, says: "no key has the id key_none" },
])("$args is refused with what would be right", async ({ args, code, says }) => {
  const done = await keys(...args);
  expect(done.code).toBe(code);
  expect(done.out).toBe("");
  expect(done.err).toContain(says);
});

test("a problem of the section is told with its place", async () => {
  write("clientKeys: { folder: 1 }");
  const { code, err } = await keys("list");
  expect(code).toBe(1);
  expect(err).toContain("fairlead.yaml:1:23 clientKeys.folder");
});

test("a folder that cannot be used is told", async () => {
  write("clientKeys: { folder: fairlead.yaml }");
  const { code, err } = await keys("create", "--name", "a");
  expect(code).toBe(3);
  expect(err).toMatch(/fairlead\.yaml\/signing-keys\.json cannot be used/);
});
