import type { RunStateName } from "../run-progress.ts";

/** The slots that one worker holds on the run's connection, for this run or for another one. */
export type SourceShare = {
  workerId: string;
  runId: string;
  wanted: number;
  held: number;
  inFlight: number;
  perSecond: number;
};

export type SourceConnection = {
  id: string;
  name: string;
  kind: string;
  maxConcurrency: number;
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
  /** The limit on concurrent calls in force; null before the first call. */
  concurrencyLimit: number | null;
  requestAllowance: number | null;
  tokenAllowance: number | null;
  sinceRefillMs: number | null;
  limitedSecondsAgo: number | null;
  blockedForSeconds: number;
  blockedReason: string | null;
  rateLimited: number;
};

export type SourceWorker = {
  id: string;
  host: string;
  pid: number;
  /** By the database's clock, since it last said that it is alive. */
  lastSeenSeconds: number;
  /** Shards of this run in its hands. */
  shards: number;
};

/** What the database knows of a run on its way, beyond its counts. All spans are by the database's clock. */
export type SightSource = {
  runId: string;
  state: RunStateName;
  stateReason: string | null;
  shards: { pending: number; running: number; done: number };
  connection: SourceConnection | null;
  shares: SourceShare[];
  workers: SourceWorker[];
  /** Workers of the installation that have said so within a minute. */
  workersAlive: number;
};
