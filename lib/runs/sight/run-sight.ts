import type { SightSource, SourceShare } from "./sight-source.ts";
import type { Throughput } from "./throughput.ts";
import { limitInForce, slotsOf, type WaitingReason, waitingReason } from "./waiting-reason.ts";

export type SightWorker = {
  id: string;
  host: string;
  pid: number;
  inFlight: number;
  perSecond: number;
  shards: number;
  lastSeenSeconds: number;
};

export type SightSlots = {
  connectionId: string;
  connectionName: string;
  /** Whether the server may tell about itself: vLLM, TGI and llama.cpp do. */
  isCompatible: boolean;
  inFlight: number;
  held: number;
  /** Calls at a time that all runs together may make now, and at most. */
  limit: number;
  most: number;
  /** Why the limit is what it is. */
  why: string;
  /** How often the provider has said "too many" to this connection, ever. */
  rateLimited: number;
};

/** What a run is doing now, for somebody who looks at it. */
export type RunSight = {
  waiting: WaitingReason;
  throughput: Throughput;
  /** Null for a model that calls nobody. */
  slots: SightSlots | null;
  errors: { errorClass: string; count: number }[];
  workers: SightWorker[];
};

export function describeSight(
  source: SightSource,
  { throughput, errors }: Pick<RunSight, "throughput" | "errors">,
): RunSight {
  const own = source.shares.filter((share) => share.runId === source.runId);
  return {
    waiting: waitingReason(source),
    // Before this process has watched for long enough, what the workers measured has to do.
    throughput: { ...throughput, perSecond: throughput.perSecond ?? perSecondOf(own) },
    slots: slotsFor(source),
    errors,
    workers: source.workers.map((worker) => {
      const shares = own.filter((share) => share.workerId === worker.id);
      return {
        ...worker,
        inFlight: shares.reduce((sum, share) => sum + share.inFlight, 0),
        perSecond: perSecondOf(shares) ?? 0,
      };
    }),
  };
}

function slotsFor(source: SightSource): SightSlots | null {
  const { connection } = source;
  if (connection === null) return null;
  const limit = limitInForce(connection);
  const { inFlight, held } = slotsOf(source);
  return {
    connectionId: connection.id,
    connectionName: connection.name,
    isCompatible: connection.kind === "openai_compatible",
    inFlight,
    held,
    limit,
    most: connection.maxConcurrency,
    why: whyLimit(connection, limit),
    rateLimited: Number(connection.rateLimited),
  };
}

function whyLimit(
  {
    maxConcurrency,
    limitedSecondsAgo,
    requestsPerMinute,
    tokensPerMinute,
  }: NonNullable<SightSource["connection"]>,
  limit: number,
): string {
  const byMinute = [
    requestsPerMinute === null ? null : `${requestsPerMinute.toLocaleString("en-US")} requests`,
    tokensPerMinute === null ? null : `${tokensPerMinute.toLocaleString("en-US")} tokens`,
  ].filter((part) => part !== null);
  const minute = byMinute.length === 0 ? "" : ` Besides, ${byMinute.join(" and ")} a minute.`;
  if (limit >= maxConcurrency) return `As the connection is set.${minute}`;
  const when = limitedSecondsAgo === null ? "" : ` ${spanOf(limitedSecondsAgo)} ago`;
  return `Halved after “too many”${when}; it grows again with each call that goes well, up to ${maxConcurrency}.${minute}`;
}

const narrowSpace = "\u202f";

function spanOf(seconds: number): string {
  if (seconds < 100) return `${seconds}${narrowSpace}s`;
  return seconds < 6_000
    ? `${Math.round(seconds / 60)}${narrowSpace}min`
    : `${Math.round(seconds / 3_600)}${narrowSpace}h`;
}

function perSecondOf(shares: readonly SourceShare[]): number | null {
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share.perSecond, 0);
}
