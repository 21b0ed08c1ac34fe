import { describe, expect, test } from "vitest";
import { sharesOf } from "../../../src/admin/share.ts";
import type { HealthStatus } from "../../../src/decide/decision.ts";
import { decided, endpoint, pool, viewOf } from "./fixture.ts";

interface Row {
  readonly weight: number;
  readonly health?: HealthStatus;
  readonly drained?: boolean;
  readonly priority?: number;
  readonly host?: string;
}

describe("who gets how much", () => {
  test.each<{ story: string; rows: readonly Row[]; shares: readonly number[] }>([
    { story: "by weight", rows: [{ weight: 10 }, { weight: 9 }], shares: [52.63, 47.37] },
    { story: "one alone", rows: [{ weight: 7 }], shares: [100] },
    {
      story: "the unhealthy get nothing",
      rows: [{ weight: 1 }, { weight: 1, health: "UNHEALTHY" }],
      shares: [100, 0],
    },
    {
      story: "the drained get nothing",
      rows: [{ weight: 1, drained: true }, { weight: 3 }],
      shares: [0, 100],
    },
    {
      story: "the unjudged count as healthy",
      rows: [{ weight: 1 }, { weight: 1, health: "UNKNOWN" }],
      shares: [50, 50],
    },
    {
      story: "the degraded wait",
      rows: [{ weight: 1 }, { weight: 9, health: "DEGRADED" }],
      shares: [100, 0],
    },
    {
      story: "the degraded serve when nobody better does",
      rows: [
        { weight: 1, health: "UNHEALTHY" },
        { weight: 1, health: "DEGRADED" },
        { weight: 3, health: "DEGRADED" },
      ],
      shares: [0, 25, 75],
    },
    {
      story: "nobody",
      rows: [
        { weight: 5, health: "UNHEALTHY" },
        { weight: 5, drained: true },
      ],
      shares: [0, 0],
    },
    {
      story: "each priority for itself",
      rows: [{ weight: 1 }, { weight: 1 }, { weight: 4, priority: 1 }],
      shares: [50, 50, 100],
    },
    {
      story: "without an address there is nowhere to go",
      rows: [{ weight: 1 }, { weight: 1, host: "lost.example" }],
      shares: [100, 0],
    },
    {
      story: "a literal address needs no look-up",
      rows: [{ weight: 1, host: "2001:db8::1" }],
      shares: [100],
    },
  ])("$story", ({ rows, shares }) => {
    const endpoints = rows.map(({ weight, priority = 0, host = "10.0.0.1" }, n) =>
      endpoint(`e-${n}`, { weight, priority, url: { scheme: "http", host, port: 80, path: "" } }),
    );
    const decisions = rows.map(({ weight, health = "HEALTHY", drained = false }, n) => [
      `e-${n}`,
      decided({ weight, healthStatus: health, drained }),
    ]);
    const only = pool("p", endpoints);
    expect([...sharesOf(only, viewOf([only], Object.fromEntries(decisions))).values()]).toEqual(shares);
  });

  test("the weight in force counts, not the file's; before the first judgement the file's", () => {
    const only = pool("p", [endpoint("judged", { weight: 1 }), endpoint("new", { weight: 1 })]);
    const view = viewOf([only], { judged: decided({ weight: 3 }) });
    expect([...sharesOf(only, view)]).toEqual([
      ["judged", 75],
      ["new", 25],
    ]);
  });
});
