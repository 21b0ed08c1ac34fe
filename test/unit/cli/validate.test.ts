import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./captured.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fairlead-validate-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const good = 'pools: { a: { endpoints: [{ url: "http://127.0.0.1:9101/v1" }] } }\n';
const bad = 'pools: { a: { endpoints: [{ url: "http://127.0.0.1:9101/v1", wieght: 3 }], strategy: best } }\n';

test("a good file is summed up, and the code is 0", async () => {
  const path = file("good.yaml", good);
  expect(await run(["validate", path])).toEqual({
    code: 0,
    out: `${path} is valid: 1 pool, 1 endpoint, 1 model, 0 providers\n`,
    err: "",
  });
});

test("a bad one has every problem on a line with its place, and the code is 1", async () => {
  const path = file("bad.yaml", bad);
  const { code, out } = await run(["validate", path]);
  expect(code).toBe(1);
  const lines = out.trimEnd().split("\n");
  expect(lines).toHaveLength(3);
  for (const line of lines.slice(0, 2)) expect(line).toMatch(/bad\.yaml:1:\d+ pools\.a/);
  expect(out).toContain("wieght");
  expect(out).toContain("strategy");
  expect(lines[2]).toBe(`${path}: 2 problems`);
});

test.each([
  { story: "good", text: good, code: 0, problems: 0 },
  { story: "bad", text: bad, code: 1, problems: 2 },
])("--json of a $story file is for machines", async ({ text, code, problems }) => {
  const ran = await run(["validate", file("any.yaml", text), "--json"]);
  const told = JSON.parse(ran.out);
  expect(ran.code).toBe(code);
  expect(told.ok).toBe(code === 0);
  expect(told.problems).toHaveLength(problems);
  for (const problem of told.problems)
    expect(problem).toMatchObject({ line: 1, message: expect.any(String) });
});

test("a file that is not there is a problem like any other", async () => {
  const { code, out } = await run(["validate", join(folder, "nowhere.yaml")]);
  expect(code).toBe(1);
  expect(out).toContain("does not exist");
});

test("the file that docker-compose.yml serves is valid with the variables it sets", async () => {
  const path = join(import.meta.dirname, "../../../examples/compose.yaml");
  const env = { DEMO_API_KEY: "k".repeat(20), FAIRLEAD_ADMIN_TOKEN: "t".repeat(32) };
  const { code, out } = await run(["validate", path], env);
  expect(out).toContain("4 pools, 6 endpoints, 4 models, 1 provider");
  expect(code).toBe(0);
});
