import { Agent, request } from "undici";

export interface LoadResult {
  readonly sent: number;
  /** How many answers each status had; 0 stands for no answer at all. */
  readonly statuses: ReadonlyMap<number, number>;
  /** How many answers each backend gave, by its name. */
  readonly byBackend: ReadonlyMap<string, number>;
  readonly failures: readonly string[];
  readonly latenciesMs: readonly number[];
}

/**
 * An open loop: requests leave at a constant rate whatever happens to the earlier ones, because a
 * client that waits for its answer hides just the faults that are looked for. Ends by itself.
 */
export async function load(options: {
  readonly url: string;
  readonly body: object;
  readonly perSecond: number;
  readonly forMs: number;
  /** Called after so many milliseconds; the fault of the test. */
  readonly at?: { readonly ms: number; readonly act: () => void | Promise<void> };
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
}): Promise<LoadResult> {
  const agent = new Agent({ connections: 512, pipelining: 1 });
  const statuses = new Map<number, number>();
  const byBackend = new Map<string, number>();
  const failures: string[] = [];
  const latenciesMs: number[] = [];
  const total = Math.floor((options.perSecond * options.forMs) / 1000);
  const body = JSON.stringify(options.body);
  const startMs = performance.now();
  const pending: Promise<void>[] = [];
  let acted = options.at === undefined;

  const one = async () => {
    const sentMs = performance.now();
    try {
      const response = await request(options.url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        dispatcher: agent,
      });
      const text = await response.body.text();
      add(statuses, response.statusCode);
      if (response.statusCode !== 200) failures.push(`${response.statusCode} ${text.slice(0, 300)}`);
      const backend = response.headers["x-demo-backend"];
      if (typeof backend === "string") add(byBackend, backend);
    } catch (error) {
      add(statuses, 0);
      failures.push(String(error));
    }
    latenciesMs.push(performance.now() - sentMs);
  };

  let sent = 0;
  while (sent < total && options.signal?.aborted !== true) {
    const elapsedMs = performance.now() - startMs;
    if (!acted && options.at !== undefined && elapsedMs >= options.at.ms) {
      acted = true;
      await options.at.act();
    }
    const due = Math.min(total, Math.floor((elapsedMs * options.perSecond) / 1000) + 1);
    for (; sent < due; sent += 1) pending.push(one());
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await Promise.all(pending);
  await agent.close();
  return { sent, statuses, byBackend, failures, latenciesMs: latenciesMs.sort((a, b) => a - b) };
}

function add<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
