import { defineConfig } from "vitest/config";

/**
 * Two projects: `fast` is pure or loopback-only and runs anywhere in seconds; `e2e` starts a real
 * Envoy and real processes. Each e2e file owns its ports and processes, so files run side by side.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "fast",
          include: ["test/{unit,golden,property,conformance}/**/*.test.ts"],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/harness/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // After the fast ones, and few at a time: each test is a fleet of processes.
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
          maxConcurrency: 3,
        },
      },
    ],
  },
});
