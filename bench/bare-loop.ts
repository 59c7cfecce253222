import { Pool } from "undici";

type BareLoop = { baseUrl: string; calls: number; concurrency: number };

/** Seconds that the same calls take with an HTTP client alone, which stores and grades nothing: what this machine can do at most. */
export async function bareLoopSeconds({ baseUrl, calls, concurrency }: BareLoop): Promise<number> {
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, { connections: concurrency, pipelining: 1 });
  const startedAt = performance.now();
  let left = calls;
  const call = async () => {
    while (left > 0) {
      left -= 1;
      const { body } = await pool.request({
        method: "POST",
        path: `${pathname}/chat/completions`,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          model: "fake-small",
          messages: [{ role: "user", content: `text of ${left}` }],
          stream: true,
          stream_options: { include_usage: true },
        }),
      });
      await body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, call));
  const seconds = (performance.now() - startedAt) / 1_000;
  await pool.close();
  return seconds;
}
