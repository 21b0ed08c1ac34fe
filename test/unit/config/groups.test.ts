import { describe, expect, test } from "vitest";
import { desired, parse, problems } from "./parse.ts";

const rest = `
pools:
  gpt: { endpoints: [{ url: "http://10.0.0.1/v1" }] }
  gemini: { endpoints: [{ url: "http://10.0.0.2/v1" }] }
models: { gpt-4.1: { pool: gpt }, cheap: { pool: gemini } }
`;

describe("what is wrong with groups, with its place", () => {
  test.each([
    {
      story: "a model nobody knows",
      groups: '{ eu: { nodes: [{ id: "eu-*" }], models: [cheap, gpt-4.2] } }',
      says: '1:58 groups.eu.models[1]: there is no model "gpt-4.2"',
      remedy: "did you mean `gpt-4.1`?",
    },
    {
      story: "a model that is like no other",
      groups: '{ eu: { nodes: [{ id: "eu-*" }], models: [completely-else] } }',
      says: '1:51 groups.eu.models[0]: there is no model "completely-else"',
      remedy: "add it under `models`",
    },
    {
      story: "a pool where a model is wanted",
      groups: '{ eu: { nodes: [{ id: "eu-*" }], models: [gemini] } }',
      says: '1:51 groups.eu.models[0]: there is no model "gemini"',
      remedy: "add it under `models`",
    },
    {
      story: "no model at all",
      groups: '{ eu: { nodes: [{ id: "eu-*" }], models: [] } }',
      says: "1:50 groups.eu.models: is an empty list",
      remedy: "a list of models",
    },
    {
      story: "no nodes",
      groups: "{ eu: { models: [cheap] } }",
      says: "1:15 groups.eu.nodes: is missing",
      remedy: 'a list such as [{ id: "eu-*" }, { cluster: europe }]',
    },
    {
      story: "an empty list of nodes",
      groups: "{ eu: { nodes: [] } }",
      says: "1:24 groups.eu.nodes: is an empty list",
      remedy: 'a list such as [{ id: "eu-*" }, { cluster: europe }]',
    },
    {
      story: "an entry that says nothing",
      groups: '{ eu: { nodes: [{ id: "eu-*" }, {}] } }',
      says: "1:41 groups.eu.nodes[1]: names neither id nor cluster",
      remedy: 'write { id: "*" } for every node',
    },
    {
      story: "a misspelt key",
      groups: '{ eu: { nodes: [{ clutser: "europe" }] } }',
      says: '1:27 groups.eu.nodes[0].clutser: unknown key "clutser"',
      remedy: "did you mean `cluster`?",
    },
    {
      story: "a section that was emptied",
      groups: "{}",
      says: "1:9 groups: holds no group",
      remedy: "without the section every Envoy is given everything",
    },
    {
      story: "a name that cannot be read",
      groups: '{ "a\\u202e": { nodes: [{ id: "*" }] } }',
      says: "1:11 groups.a\\u{202e}: the name is empty, too long or holds control characters",
      remedy: "1 to 253 visible characters",
    },
    {
      story: "more entries than every stream can be compared with",
      groups: `{ ${["a", "b"].map((name) => `${name}: { nodes: [${'{ id: "x" },'.repeat(501)}] }`).join(", ")} }`,
      says: "1:9 groups: all groups together have more than 1000 entries of nodes",
      remedy: "let `*` stand for what differs",
    },
  ])("$story", ({ groups, says, remedy }) => {
    const text = `groups: ${groups}${rest}`;
    expect(problems(text)).toContain(says);
    const parsed = parse(text);
    const told = parsed.ok ? [] : parsed.error.flatMap(({ hint, expected }) => [hint, expected]);
    expect(told).toContain(remedy);
  });

  test("without models every pool is one, and the remedy is a pool", () => {
    const pools = '\npools: { gpt: { endpoints: [{ url: "http://10.0.0.1/v1" }] } }\n';
    const groups = (model: string) => `groups: { eu: { nodes: [{ id: "*" }], models: [${model}] } }${pools}`;
    expect(problems(groups("gpt"))).toEqual([]);
    const parsed = parse(groups("other"));
    expect(parsed.ok ? [] : parsed.error.map(({ hint }) => hint)).toEqual(["add it under `pools`"]);
  });

  test("a model that is wrong itself is not unknown as well", () => {
    const text = `groups: { eu: { nodes: [{ id: "*" }], models: [cheap] } }${rest.replace("{ pool: gemini }", "{ pool: 7 }")}`;
    expect(problems(text)).toEqual(["5:50 models.cheap.pool: is 7"]);
  });
});

describe("a group that no node can be of is told, and works", () => {
  test.each([
    { story: "every id is taken", first: '{ id: "*" }', second: '{ id: "eu-*" }', warned: true },
    { story: "every cluster is taken", first: '{ cluster: "*" }', second: '{ id: "eu-*" }', warned: true },
    {
      story: "all that is said is a star",
      first: '{ id: "*", cluster: "**" }',
      second: "{ cluster: x }",
      warned: true,
    },
    { story: "a wider pattern is before", first: '{ id: "eu-*" }', second: '{ id: "eu-1-*" }', warned: true },
    {
      story: "each of two is taken by another",
      first: '{ id: "a*" }, { id: "b*" }',
      second: '{ id: "a1" }, { id: "b1" }',
      warned: true,
    },
    {
      story: "one of two is free",
      first: '{ id: "a*" }',
      second: '{ id: "a1" }, { id: "b1" }',
      warned: false,
    },
    {
      story: "only some of every id",
      first: '{ id: "*", cluster: x }',
      second: '{ id: "eu-*" }',
      warned: false,
    },
    { story: "the wider one is below", first: '{ id: "eu-1" }', second: '{ id: "*" }', warned: false },
  ])("$story: $warned", ({ first, second, warned }) => {
    const parsed = parse(
      `groups: { one: { nodes: [${first}] }, two: { nodes: [${second}], models: [cheap] } }${rest}`,
    );
    expect(parsed.ok).toBe(true);
    const told = parsed.ok ? parsed.value.warnings.map(({ path, message }) => `${path}: ${message}`) : [];
    expect(told).toEqual(
      warned ? ['groups.two: no node can be of this group: "one" before it takes them all'] : [],
    );
  });
});

test("what groups mean, in the order of the file", () => {
  const { groups } = desired(`
groups:
  edge-eu: { nodes: [{ id: "eu-*" }, { cluster: europe }], models: [gpt-4.1, cheap] }
  rest: { nodes: [{ id: "*" }] }${rest}`);
  expect([...groups.values()]).toEqual([
    {
      name: "edge-eu",
      nodes: [
        { id: "eu-*", cluster: undefined },
        { id: undefined, cluster: "europe" },
      ],
      models: ["gpt-4.1", "cheap"],
    },
    { name: "rest", nodes: [{ id: "*", cluster: undefined }], models: undefined },
  ]);
});
