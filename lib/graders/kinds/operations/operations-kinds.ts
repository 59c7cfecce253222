import { finishReason } from "./finish-reason.ts";
import { cost, latency, timeToFirstToken } from "./time-and-cost.ts";
import { tokenCount } from "./token-count.ts";

export const operationsKinds = [latency, timeToFirstToken, cost, tokenCount, finishReason] as const;
