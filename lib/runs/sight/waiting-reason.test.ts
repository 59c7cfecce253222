import { describe, expect, test } from "vitest";
import { describeSight } from "./run-sight.ts";
import type { SightSource, SourceConnection, SourceShare } from "./sight-source.ts";
import { waitingReason } from "./waiting-reason.ts";

const connection: SourceConnection = {
  id: "c",
  name: "Lab",
  kind: "openai_compatible",
  maxConcurrency: 8,
  requestsPerMinute: null,
  tokensPerMinute: null,
  concurrencyLimit: 8,
  requestAllowance: 0,
  tokenAllowance: 0,
  sinceRefillMs: 100,
  limitedSecondsAgo: null,
  blockedForSeconds: 0,
  blockedReason: null,
  rateLimited: 0,
};
const share = (over: Partial<SourceShare> = {}): SourceShare => ({
  workerId: "w",
  runId: "r",
  wanted: 8,
  held: 8,
  inFlight: 8,
  perSecond: 20,
  ...over,
});
const running: SightSource = {
  runId: "r",
  state: "running",
  stateReason: null,
  shards: { pending: 3, running: 1, done: 2 },
  connection,
  shares: [share()],
  workers: [{ id: "w", host: "a", pid: 7, lastSeenSeconds: 2, shards: 1 }],
  workersAlive: 2,
};
const queue = { ...share(), wanted: 20 };

describe("what a run waits for", () => {
  test.each<[name: string, source: Partial<SightSource>, kind: string, sentence: RegExp]>([
    ["a person", { state: "paused" }, "stuck", /Resume it/],
    [
      "the reason of a pause",
      { state: "paused", stateReason: "The key was revoked." },
      "stuck",
      /key was revoked/,
    ],
    ["a worker to be started", { state: "queued", workersAlive: 0 }, "stuck", /No worker/],
    [
      "a worker to be free",
      { shards: { pending: 4, running: 0, done: 0 } },
      "waiting",
      /one of the 2 workers/,
    ],
    ["the scorecard", { shards: { pending: 0, running: 0, done: 6 } }, "waiting", /scorecard/],
    ["calls to end", { state: "cancelling" }, "waiting", /finished and kept/],
    ["nothing, built in", { connection: null, shares: [] }, "working", /built-in model/],
    ["nothing, calls under way", {}, "working", /^8 calls are under way to Lab/],
    [
      "the end of a block",
      { connection: { ...connection, blockedForSeconds: 18, blockedReason: "It said retry-after 20 s." } },
      "waiting",
      /another 18 s\. It said retry-after 20 s\./,
    ],
    [
      "requests a minute",
      { connection: { ...connection, requestsPerMinute: 60 }, shares: [{ ...queue, inFlight: 2 }] },
      "waiting",
      /limit of Lab: 60 requests a minute/,
    ],
    [
      "tokens a minute",
      {
        connection: { ...connection, requestsPerMinute: 600, requestAllowance: 50, tokensPerMinute: 90_000 },
        shares: [{ ...queue, inFlight: 2 }],
      },
      "waiting",
      /limit of Lab: 90,000 tokens a minute/,
    ],
    [
      "slots that others have",
      { shares: [{ ...queue, held: 4, inFlight: 4 }, share({ runId: "s", held: 4, inFlight: 4 })] },
      "waiting",
      /shares Lab with another run: 4 of the 8/,
    ],
    [
      "a limit that was halved",
      { connection: { ...connection, concurrencyLimit: 4.6 }, shares: [{ ...queue, held: 4, inFlight: 4 }] },
      "waiting",
      /keeps to 4 calls at a time, because Lab said “too many”/,
    ],
    ["nothing but the connection's own limit", { shares: [queue] }, "working", /All 8 calls/],
  ])("%s", (_name, source, kind, sentence) => {
    const reason = waitingReason({ ...running, ...source });
    expect(reason.kind).toBe(kind);
    expect(reason.sentence).toMatch(sentence);
  });
});

describe("sight", () => {
  const rest = { throughput: { perSecond: null, history: [] }, errors: [] };

  test("takes the workers' own measure while this process has not watched for long, and counts other runs apart", () => {
    const source = { ...running, shares: [share(), share({ runId: "other", inFlight: 3 })] };
    expect(describeSight(source, rest)).toMatchObject({
      throughput: { perSecond: 20 },
      slots: { inFlight: 8, held: 8, limit: 8, most: 8, why: "As the connection is set." },
      workers: [{ host: "a", pid: 7, inFlight: 8, perSecond: 20, shards: 1, lastSeenSeconds: 2 }],
    });
  });

  test("says why the limit in force is lower than what was set", () => {
    const halved = { ...connection, concurrencyLimit: 2, limitedSecondsAgo: 12, tokensPerMinute: 50_000 };
    expect(describeSight({ ...running, connection: halved }, rest).slots).toMatchObject({
      limit: 2,
      most: 8,
      why: "Halved after “too many” 12\u202fs ago; it grows again with each call that goes well, up to 8. Besides, 50,000 tokens a minute.",
    });
  });
});
