import { expect, test } from "vitest";
import { progressOn } from "../../../src/launch/progress.ts";

function told(isTTY: boolean): string {
  let text = "";
  let nowMs = 0;
  const progress = progressOn({ isTTY, write: (more: string) => (text += more) }, () => nowMs);
  progress.step("fetching");
  for (const percent of [10, 20, 30]) {
    nowMs += 3_000;
    progress.at(`${percent} %`);
  }
  progress.done();
  return text;
}

test("a terminal gets one line that is written over", () => {
  const over = "\r\u001b[2K  ";
  expect(told(true)).toBe(`fetching\n${over}10 %${over}20 %${over}30 %\n`);
});

test("a file gets a plain line every five seconds", () => {
  expect(told(false)).toBe("fetching\n  20 %\n");
});
