import type { DemoBackendOptions } from "./backend.ts";
import { type DemoBackend, startDemoBackend } from "./demo-backend.ts";

/** The backends of `examples/demo.yaml`: two for each of the first two models, and a slow one. */
export const demoSet: readonly DemoBackendOptions[] = [
  { name: "gpt-4.1-a", port: 9101 },
  { name: "gpt-4.1-b", port: 9102 },
  { name: "claude-a", port: 9103 },
  { name: "claude-b", port: 9104 },
  { name: "gemini", port: 9105 },
  { name: "deepseek", port: 9106, latencyMs: 1_500 },
];

/** Starts all of them or none. */
export async function startDemoSet(set: readonly DemoBackendOptions[]): Promise<readonly DemoBackend[]> {
  const started = await Promise.allSettled(set.map((options) => startDemoBackend(options)));
  const running = started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = started.find((one) => one.status === "rejected");
  if (failed === undefined) return running;
  await Promise.all(running.map((backend) => backend.close()));
  throw failed.reason;
}
