import { describe, expect, test } from "vitest";
import { cooldownOf, healthOf } from "../../../src/decide/cooldown.ts";
import type { EndpointDecision, HealthStatus } from "../../../src/decide/decision.ts";

const throttle = (retryAfterMs: number, atMs = 1_000, status = 429) => ({ atMs, status, retryAfterMs });

describe("a rest", () => {
  test("is granted for as long as it was asked for", () => {
    expect(cooldownOf(throttle(20_000), undefined, 1_000)).toEqual({
      sinceMs: 1_000,
      untilMs: 21_000,
      reason: "answered 429 and asked for 20 s of rest",
    });
  });

  test("is over when its time is", () => {
    expect(cooldownOf(throttle(20_000), undefined, 20_999)).toBeDefined();
    expect(cooldownOf(throttle(20_000), undefined, 21_000)).toBeUndefined();
    const granted = cooldownOf(throttle(20_000), undefined, 1_000);
    expect(cooldownOf(throttle(20_000), granted, 21_000)).toBeUndefined();
  });

  test("of a year is one of ten minutes", () => {
    expect(cooldownOf(throttle(365 * 86_400_000, 1_000, 529), undefined, 1_000)).toEqual({
      sinceMs: 1_000,
      untilMs: 601_000,
      reason: "answered 529 and asked for more than 600 s of rest",
    });
  });

  test("goes on when a shorter one is asked for, and is the same object", () => {
    const granted = cooldownOf(throttle(20_000), undefined, 1_000);
    expect(cooldownOf(throttle(2_000, 5_000), granted, 5_000)).toBe(granted);
  });

  test("gets longer when a longer one is asked for, and began when it began", () => {
    const granted = cooldownOf(throttle(20_000), undefined, 1_000);
    expect(cooldownOf(throttle(20_000, 5_000), granted, 5_000)).toMatchObject({
      sinceMs: 1_000,
      untilMs: 25_000,
    });
  });
});

test.each<{ checks: HealthStatus; told: HealthStatus }>([
  { checks: "HEALTHY", told: "DEGRADED" },
  { checks: "UNKNOWN", told: "DEGRADED" },
  { checks: "DEGRADED", told: "DEGRADED" },
  { checks: "UNHEALTHY", told: "UNHEALTHY" },
])("an endpoint at rest that checks find $checks is $told to Envoy", ({ checks, told }) => {
  const decision: EndpointDecision = {
    healthStatus: checks,
    reason: "by its checks",
    sinceMs: 1,
    weight: 1,
    drained: false,
  };
  const cooldown = { sinceMs: 2, untilMs: 3, reason: "asked for rest" };
  expect(healthOf({ ...decision, cooldown }).healthStatus).toBe(told);
  expect(healthOf(decision)).toEqual({ healthStatus: checks, reason: "by its checks", sinceMs: 1 });
});
