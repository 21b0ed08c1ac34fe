import { expect, test } from "vitest";
import { died, nextStart, noDeaths, type RestartPolicy } from "../../../src/launch/restart-policy.ts";

const policy: RestartPolicy = {
  firstDelayMs: 100,
  longestDelayMs: 1_000,
  settledMs: 5_000,
  hopelessStarts: 3,
};

/** How long a child lived each time, in ms, and what followed each death. */
test.each([
  { story: "one that never ran well is given up", lived: [10, 10, 10], followed: [100, 200, "give up"] },
  {
    story: "one that ran well once is not",
    lived: [9_000, 10, 10, 10, 10],
    followed: [100, 200, 400, 800, 1_000],
  },
  {
    story: "running well starts the waiting anew",
    lived: [9_000, 10, 10, 6_000],
    followed: [100, 200, 400, 100],
  },
  { story: "late starters get their chance", lived: [10, 10, 7_000, 10], followed: [100, 200, 100, 200] },
])("$story: $lived", ({ lived, followed }) => {
  let deaths = noDeaths;
  const seen = lived.map((livedMs) => {
    deaths = died(deaths, livedMs, policy);
    return nextStart(deaths, policy);
  });
  expect(seen).toEqual(followed);
});
