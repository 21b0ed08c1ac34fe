import { Pool } from "undici";

/** Sends so many requests, so many at a time; gives how long each took in ms. Any status but 200 ends it. */
export async function send(
  port: number,
  body: string,
  requests: number,
  concurrency: number,
): Promise<readonly number[]> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: concurrency });
  const tookMs: number[] = [];
  let left = requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const startedMs = performance.now();
      const { statusCode, body: answer } = await pool.request({
        path: "/v1/chat/completions",
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      await answer.dump({ limit: 10_000_000 });
      if (statusCode !== 200) throw new Error(`status ${statusCode}`);
      tookMs.push(performance.now() - startedMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  await pool.close();
  return tookMs;
}
