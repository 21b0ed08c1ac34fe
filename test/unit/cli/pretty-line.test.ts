import { expect, test } from "vitest";
import { createLogger } from "../../../src/cli/logger.ts";
import { prettyLine } from "../../../src/cli/pretty-line.ts";

const timeMs = new Date(2026, 10, 24, 9, 5, 7).getTime();
const line = (fields: object) => prettyLine(JSON.stringify({ level: 30, time: timeMs, ...fields }), false);

test.each([
  { story: "a sentence", fields: { msg: "it is up" }, shown: "09:05:07 info  it is up\n" },
  {
    story: "fields after it",
    fields: { msg: "up", pool: "a", weight: 3 },
    shown: "09:05:07 info  up  pool=a weight=3\n",
  },
  {
    story: "lists below it",
    fields: { msg: "bad", problems: ["x", "y"] },
    shown: "09:05:07 info  bad\n    x\n    y\n",
  },
  { story: "a warning", fields: { level: 40, msg: "slow" }, shown: "09:05:07 warn  slow\n" },
  {
    story: "what a backend says without its control characters",
    fields: { msg: "said \u001b[31mred\u001b[0m\r\nfake line\u0007", from: "\u009b2J" },
    shown: expect.stringMatching(/^09:05:07 info {2}said red {2}fake line {3}from=\P{Cc}*\n$/u),
  },
])("shows $story", ({ fields, shown }) => {
  expect(line(fields)).toEqual(shown);
});

test.each([
  { isTTY: true, logFormat: undefined, starts: /^\d\d:\d\d:\d\d info/ },
  { isTTY: false, logFormat: undefined, starts: /^\{"level":"info","time":"2/ },
  { isTTY: true, logFormat: "json", starts: /^\{"level":"info"/ },
  { isTTY: false, logFormat: "pretty", starts: /^\d\d:\d\d:\d\d info/ },
] as const)("terminal $isTTY, asked for $logFormat", ({ isTTY, logFormat, starts }) => {
  let text = "";
  const output = { isTTY, write: (more: string) => (text += more) };
  createLogger({ logFormat, logLevel: "info" }, output, false).info({ pool: "a" }, "hello");
  expect(text).toMatch(starts);
  expect(text.endsWith("\n")).toBe(true);
});
