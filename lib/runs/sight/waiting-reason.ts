import { refillAllowance } from "../limits/refill-allowance.ts";
import type { SightSource, SourceConnection } from "./sight-source.ts";

/** `working`: nothing holds it up. `waiting`: it goes on by itself. `stuck`: somebody has to do something. */
export type WaitingReason = { kind: "working" | "waiting" | "stuck"; sentence: string };

type Slots = { wanted: number; held: number; inFlight: number };

/** What a run waits for, in words, from the most to the least that holds it up. */
export function waitingReason(source: SightSource): WaitingReason {
  const { state, stateReason, shards, workersAlive, connection } = source;
  if (state === "paused") return { kind: "stuck", sentence: stateReason ?? "Paused. Resume it to go on." };
  if (workersAlive === 0 && state !== "cancelling") {
    return {
      kind: "stuck",
      sentence: "No worker has reported for a minute. Start one with “npm run worker”.",
    };
  }
  if (state === "cancelling")
    return { kind: "waiting", sentence: "Calls under way are finished and kept; then it ends." };
  if (shards.pending + shards.running === 0) {
    return { kind: "waiting", sentence: "Everything is answered and graded; the scorecard is put together." };
  }
  if (shards.running === 0) return { kind: "waiting", sentence: forWorker(workersAlive) };
  if (connection === null) {
    return {
      kind: "working",
      sentence: "The built-in model works in the worker itself; nothing holds it up.",
    };
  }
  return onConnection(source, connection, slotsOf(source));
}

function onConnection(source: SightSource, connection: SourceConnection, slots: Slots): WaitingReason {
  const { name, maxConcurrency, blockedForSeconds, blockedReason } = connection;
  if (blockedForSeconds > 0) {
    const why = blockedReason === null ? "" : ` ${blockedReason}`;
    return {
      kind: "waiting",
      sentence: `No call is made to ${name} for another ${blockedForSeconds} s.${why}`,
    };
  }
  if (slots.wanted <= slots.inFlight) return { kind: "working", sentence: underWay(slots.inFlight, name) };
  if (slots.inFlight < slots.held) {
    const minute = minuteLimit(connection);
    if (minute !== null) {
      return { kind: "waiting", sentence: `It waits for the limit of ${name}: ${minute} a minute.` };
    }
    return { kind: "working", sentence: underWay(slots.inFlight, name) };
  }
  const limit = limitInForce(connection);
  const others = new Set(source.shares.flatMap(({ runId }) => (runId === source.runId ? [] : [runId])));
  if (others.size > 0) {
    const runs = others.size === 1 ? "another run" : `${others.size} other runs`;
    return {
      kind: "waiting",
      sentence: `It shares ${name} with ${runs}: ${slots.held} of the ${limit} calls at a time are its own.`,
    };
  }
  if (limit < maxConcurrency) {
    return {
      kind: "waiting",
      sentence: `It keeps to ${calls(limit)} at a time, because ${name} said “too many”.`,
    };
  }
  return { kind: "working", sentence: `All ${calls(limit)} that ${name} allows at a time are under way.` };
}

/** The limit on concurrent calls, in whole calls. */
export function limitInForce({ concurrencyLimit, maxConcurrency }: SourceConnection): number {
  return Math.max(1, Math.floor(concurrencyLimit ?? maxConcurrency));
}

export function slotsOf({ runId, shares }: SightSource): Slots {
  const own = shares.filter((share) => share.runId === runId);
  const sum = (of: (share: (typeof own)[number]) => number) =>
    own.reduce((total, share) => total + of(share), 0);
  return {
    wanted: sum((share) => share.wanted),
    held: sum((share) => share.held),
    inFlight: sum((share) => share.inFlight),
  };
}

/** Which of the limits by the minute has nothing left. With both, the one that has less of its own. */
function minuteLimit(connection: SourceConnection): string | null {
  const { requestsPerMinute, tokensPerMinute, sinceRefillMs } = connection;
  const part = (perMinute: number | null, allowance: number | null) =>
    perMinute === null ? null : refillAllowance(allowance ?? 0, perMinute, sinceRefillMs ?? 0) / perMinute;
  const requests = part(requestsPerMinute, connection.requestAllowance);
  const tokens = part(tokensPerMinute, connection.tokenAllowance);
  if (requests !== null && (tokens === null || requests <= tokens))
    return count(requestsPerMinute, "request");
  return tokens === null ? null : count(tokensPerMinute, "token");
}

function underWay(inFlight: number, name: string): string {
  if (inFlight === 0) return `Answers of ${name} are graded and stored.`;
  return `${inFlight === 1 ? "1 call is" : `${inFlight} calls are`} under way to ${name}; nothing holds it up.`;
}

function forWorker(alive: number): string {
  return alive === 1
    ? "It waits for the worker, which is busy with other runs."
    : `It waits for one of the ${alive} workers; they are busy with other runs.`;
}

function calls(limit: number): string {
  return limit === 1 ? "1 call" : `${limit.toLocaleString("en-US")} calls`;
}

function count(value: number | null, noun: string): string {
  return `${(value ?? 0).toLocaleString("en-US")} ${noun}${value === 1 ? "" : "s"}`;
}
