import { expect, test } from "vitest";
import { Lifetime } from "../../../src/cli/lifetime.ts";

test("what was started last is stopped first, and one that fails keeps nobody from it", async () => {
  const lifetime = new Lifetime();
  const order: string[] = [];
  lifetime.add(() => void order.push("backends"));
  lifetime.add(() => {
    order.push("control plane");
    throw new Error("stuck");
  });
  lifetime.add(async () => void order.push("envoy"));
  expect(await lifetime.close()).toEqual([new Error("stuck")]);
  expect(order).toEqual(["envoy", "control plane", "backends"]);
  expect(await lifetime.close()).toEqual([]);
  expect(order).toHaveLength(3);
});

test("killing reaches everything that is not stopped yet, also while something hangs", () => {
  const lifetime = new Lifetime();
  const killed: string[] = [];
  lifetime.add(
    () => {},
    () => void killed.push("backends"),
  );
  lifetime.add(
    () => new Promise(() => {}),
    () => void killed.push("envoy"),
  );
  void lifetime.close();
  lifetime.kill();
  expect(killed).toEqual(["envoy", "backends"]);
});
