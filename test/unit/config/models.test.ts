import { describe, expect, test } from "vitest";
import type { LlmModel } from "../../../src/model/llm-model.ts";
import { desired, parse, problems } from "./parse.ts";

const pools = `pools:
  a: { endpoints: [{ url: "http://10.0.0.1" }] }
  b: { endpoints: [{ url: "http://10.0.0.2" }] }
  c: { endpoints: [{ url: "http://10.0.0.3" }] }
models:
`;

describe("every problem has its place, and says what is wrong", () => {
  test.each([
    { story: "nothing said", models: "m: {}", says: "6:3 models.m: says none" },
    {
      story: "two things said",
      models: "m: { pool: a, fallback: [m] }",
      says: "6:3 models.m: says `pool` and `fallback`",
    },
    {
      story: "an unknown pool",
      models: "m: { pool: aa }",
      says: '6:14 models.m.pool: there is no pool "aa"',
    },
    {
      story: "an upstream name without a pool",
      models: "n: { pool: a }\n  m: { fallback: [n], upstreamModel: x }",
      says: "7:38 models.m.upstreamModel: belongs to a `pool`",
    },
    {
      story: "a star without one in the name",
      models: 'm: { pool: a, upstreamModel: "x*" }',
      says: "6:32 models.m.upstreamModel: has a `*`, which stands for what the `*` in the model's name stands for, and there is none",
    },
    {
      story: "two stars in an upstream name",
      models: '"x/*": { pool: a, upstreamModel: "*x*" }',
      says: "6:36 models.x/*.upstreamModel: has more than one `*`",
    },
    {
      story: "two stars in a name",
      models: '"*x*": { pool: a }',
      says: "6:3 models.*x*: has more than one `*` in its name",
    },
    {
      story: "an empty upstream name",
      models: 'm: { pool: a, upstreamModel: "" }',
      says: '6:32 models.m.upstreamModel: is ""',
    },
    { story: "an empty split", models: "m: { split: {} }", says: "6:15 models.m.split: is empty" },
    {
      story: "a split over an unknown pool",
      models: "m: { split: { a: 1, d: 2 } }",
      says: '6:23 models.m.split.d: there is no pool "d"',
    },
    { story: "a weight of 0", models: "m: { split: { a: 0, b: 1 } }", says: "6:20 models.m.split.a: is 0" },
    {
      story: "a weight of 1.5",
      models: "m: { split: { a: 1.5, b: 1 } }",
      says: "6:20 models.m.split.a: is 1.5",
    },
    {
      story: "a star in a split's name",
      models: 'm: { split: { a: { weight: 1, upstreamModel: "*" } } }',
      says: "6:48 models.m.split.a.upstreamModel: has a `*`, which stands for what the `*` in the model's name stands for, and there is none",
    },
    {
      story: "an empty fallback",
      models: "m: { fallback: [] }",
      says: "6:18 models.m.fallback: is an empty list",
    },
    {
      story: "an unknown member",
      models: "gpt: { pool: a }\n  m: { fallback: [gpt, gtp] }",
      says: '7:24 models.m.fallback[1]: there is no model "gtp"',
    },
    {
      story: "a pool where a model is wanted",
      models: "m: { fallback: [a] }",
      says: '6:19 models.m.fallback[0]: there is no model "a"',
    },
    {
      story: "a member that stands for many",
      models: '"x/*": { pool: a }\n  m: { fallback: ["x/*"] }',
      says: "7:19 models.m.fallback[0]: stands for many models",
    },
    {
      story: "itself",
      models: "m: { fallback: [m] }",
      says: "6:19 models.m.fallback[0]: goes round in a circle: m → m",
    },
    {
      story: "a circle of three",
      models: "x: { fallback: [y] }\n  y: { match: [{ model: z }] }\n  z: { fallback: [x] }",
      says: "8:19 models.z.fallback[0]: goes round in a circle: x → y → z → x",
    },
    {
      story: "the same member twice",
      models: "x: { pool: a }\n  m: { fallback: [x, x] }",
      says: "7:22 models.m.fallback[1]: is never reached: every pool that it leads to comes earlier",
    },
    {
      story: "a pool again under another name",
      models: "x: { pool: a }\n  y: { pool: a }\n  m: { fallback: [x, y] }",
      says: '8:22 models.m.fallback[1]: leads to the pool "a" again, under another model name',
    },
    {
      story: "no case for the rest",
      models: "x: { pool: a }\n  m: { match: [{ header: { x-t: y }, model: x }] }",
      says: "7:15 models.m.match: has no entry for requests whose headers do not fit",
    },
    {
      story: "a case after the one that fits all",
      models:
        "x: { pool: a }\n  m: { match: [{ model: x }, { header: { x-t: y }, model: x }, { model: x }] }",
      says: "7:30 models.m.match[1]: is never reached: entry 1 has every request that it fits",
    },
    {
      story: "the same condition twice, in another case and order",
      models:
        "x: { pool: a }\n  m: { match: [{ header: { x-t: y, b: c }, model: x }, { header: { B: c, X-T: y }, model: x }, { model: x }] }",
      says: "7:56 models.m.match[1]: is never reached: entry 1 has every request that it fits",
    },
    {
      story: "a condition on nothing",
      models: "x: { pool: a }\n  m: { match: [{ header: {}, model: x }, { model: x }] }",
      says: "7:26 models.m.match[0].header: names no header",
    },
    {
      story: "a header that is taken away",
      models: "x: { pool: a }\n  m: { match: [{ header: { X-Envoy-A: y }, model: x }, { model: x }] }",
      says: "7:28 models.m.match[0].header.X-Envoy-A: is taken away from every request: such headers steer the gateway",
    },
    {
      story: "a credential",
      models: "x: { pool: a }\n  m: { match: [{ header: { Authorization: y }, model: x }, { model: x }] }",
      says: "7:28 models.m.match[0].header.Authorization: holds a credential, and this file must not",
    },
    {
      story: "a header with an underscore, which Envoy refuses",
      models: "x: { pool: a }\n  m: { match: [{ header: { x_t: y }, model: x }, { model: x }] }",
      says: "7:28 models.m.match[0].header.x_t: is no name of a header; letters, digits and `-`",
    },
    {
      story: "a pseudo header",
      models: 'x: { pool: a }\n  m: { match: [{ header: { ":path": y }, model: x }, { model: x }] }',
      says: "7:28 models.m.match[0].header.:path: is no name of a header; letters, digits and `-`",
    },
    {
      story: "an unknown model of a case",
      models: "m: { match: [{ model: nope }] }",
      says: '6:25 models.m.match[0].model: there is no model "nope"',
    },
    {
      story: "a misspelt key of a case",
      models: "x: { pool: a }\n  m: { match: [{ headers: { a: b }, model: x }, { model: x }] }",
      says: '7:18 models.m.match[0].headers: unknown key "headers"',
    },
  ])("$story", ({ models, says }) => {
    expect(problems(`${pools}  ${models}\n`)).toContain(says);
  });

  test.each([
    { models: "gpt: { pool: a }\n  m: { fallback: [gtp] }", hint: "did you mean `gpt`?" },
    { models: "m: { fallback: [a] }", hint: '"a" is a pool: add a model for it' },
    { models: "m: { split: { c: 1, aa: 2 } }", hint: "did you mean `a`?" },
  ])("hint: $hint", ({ models, hint }) => {
    const parsed = parse(`${pools}  ${models}\n`);
    expect(parsed.ok ? [] : parsed.error.map((problem) => problem.hint)).toContain(hint);
  });

  test("what has the wrong shape is not missing as well", () => {
    expect(problems(`${pools}  m: { fallback: [] }\n`)).toEqual(["6:18 models.m.fallback: is an empty list"]);
    expect(problems(`${pools}  m: { split: { a: 0 } }\n`)).toEqual(["6:20 models.m.split.a: is 0"]);
  });

  test("a circle is told once", () => {
    expect(
      problems(`${pools}  x: { fallback: [y] }\n  y: { fallback: [x] }\n  z: { fallback: [x] }\n`),
    ).toEqual(["7:19 models.y.fallback[0]: goes round in a circle: x → y → x"]);
  });

  test("a pool that is called as several are together", () => {
    const text = `pools:
  a: { endpoints: [{ url: "http://x" }] }
  b: { endpoints: [{ url: "http://y" }] }
  "a,b": { endpoints: [{ url: "http://z" }] }
models: { m: { split: { a: 1, b: 1 } }, n: { pool: "a,b" } }`;
    expect(problems(text)).toEqual([
      '4:3 pools.a,b: "a,b" is what the pools of a `split` or `fallback` are called together',
    ]);
  });

  test("combinations that would fill Envoy", () => {
    const cases = (model: string) =>
      `{ match: [${Array.from({ length: 20 }, (_, index) => `{ header: { x-${model}: "${index}" }, model: ${model} }`).join(", ")}, { model: ${model} }] }`;
    const text = `${pools}  x: { pool: a }\n  y: { pool: b }\n  mx: ${cases("x")}\n  my: ${cases("y")}\n  m: { fallback: [mx, my] }\n`;
    expect(problems(text)).toEqual([
      "10:18 models.m.fallback: comes to 441 combinations of headers and 1 of pools, all members followed",
    ]);
  });
});

describe("where models lead", () => {
  const leads = (models: string, name: string) => {
    const { rules = [] } = desired(`${pools}  ${models}\n`).models.get(name) ?? ({} as Partial<LlmModel>);
    return rules.map(({ headers, choices }) => {
      const when = headers.map((header) => `${header.name}=${header.value}`).join("&");
      const where = choices.map(
        ({ weight, chain }) =>
          `${weight}×${chain.map(({ pool, upstreamModel }) => (upstreamModel === undefined ? pool : `${pool}:${upstreamModel}`)).join(">")}`,
      );
      return `${when === "" ? "" : `${when} → `}${where.join(" ")}`;
    });
  };

  test.each([
    { story: "a pool", models: "m: { pool: a }", leads: ["1×a"] },
    { story: "an alias", models: "m: { pool: a, upstreamModel: x }", leads: ["1×a:x"] },
    {
      story: "a split goes to the others when one cannot serve, the largest first",
      models: "m: { split: { a: 10, b: { weight: 70, upstreamModel: x }, c: 20 } }",
      leads: ["10×a>b:x>c 70×b:x>c>a 20×c>b:x>a"],
    },
    {
      story: "a member is read by its own name",
      models: "x: { pool: a }\n  y: { pool: b, upstreamModel: z }\n  m: { fallback: [x, y] }",
      leads: ["1×a:x>b:z"],
    },
    {
      story: "a fallback of fallbacks is one chain",
      models:
        "x: { pool: a }\n  y: { pool: b }\n  z: { pool: c }\n  n: { fallback: [x, y] }\n  m: { fallback: [n, z] }",
      leads: ["1×a:x>b:y>c:z"],
    },
    {
      story: "a pool that both have is asked once",
      models:
        "x: { pool: a }\n  y: { pool: b }\n  z: { pool: c }\n  n: { fallback: [y, x] }\n  o: { fallback: [x, z] }\n  m: { fallback: [n, o] }",
      leads: ["1×b:y>a:x>c:z"],
    },
    {
      story: "a fallback that begins with a split",
      models: "s: { split: { a: 3, b: 1 } }\n  z: { pool: c }\n  m: { fallback: [s, z] }",
      leads: ["3×a:s>b:s>c:z 1×b:s>a:s>c:z"],
    },
    {
      story: "conditions within conditions",
      models:
        "x: { pool: a }\n  y: { pool: b }\n  n: { match: [{ header: { b: '2' }, model: x }, { model: y }] }\n  m: { match: [{ header: { A: '1' }, model: n }, { model: y }] }",
      leads: ["a=1&b=2 → 1×a:x", "a=1 → 1×b:y", "1×b:y"],
    },
    {
      story: "a fallback of conditions",
      models:
        "x: { pool: a }\n  y: { pool: b }\n  z: { pool: c }\n  n: { match: [{ header: { b: '2' }, model: x }, { model: y }] }\n  m: { fallback: [n, z] }",
      leads: ["b=2 → 1×a:x>c:z", "1×b:y>c:z"],
    },
  ])("$story", ({ models, leads: expected }) => {
    expect(leads(models, "m")).toEqual(expected);
  });
});
