import { type Answer, type AnswerRequest, type Provider, unknownUsage } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";

export type RecordedKey = { caseKey: string; repetition: number };

export type RecordedAnswer = RecordedKey & {
  output: string;
  finishReason: string | null;
  latencyMs: number | null;
  timeToFirstTokenMs: number | null;
  promptTokens: number | null;
  completionTokens: number | null;
  /** In micro-dollars. */
  costMicroUsd: number | null;
};

/** Looks many answers up at once; those that are not recorded are left out. */
export type FindRecorded = (keys: readonly RecordedKey[]) => Promise<readonly RecordedAnswer[]>;

const largestBatch = 500;

type Waiting = RecordedKey & {
  resolve: (answer: RecordedAnswer | null) => void;
  reject: (reason: unknown) => void;
};

/**
 * Answers that were made elsewhere, by case key and repetition. Questions that come close together are looked up together: a
 * run of 10,000 cases costs some hundred queries, not 10,000. A missing answer is a permanent error of that case alone.
 */
export function createRecordedProvider(find: FindRecorded): Provider {
  let closed = false;
  let waiting: Waiting[] = [];

  const flush = () => {
    const batch = waiting;
    waiting = [];
    lookUp(find, batch).catch((error: unknown) => {
      for (const { reject } of batch) reject(error);
    });
  };
  const ask = (key: RecordedKey): Promise<RecordedAnswer | null> =>
    new Promise((resolve, reject) => {
      waiting.push({ ...key, resolve, reject });
      if (waiting.length === 1) setImmediate(flush);
      else if (waiting.length >= largestBatch) flush();
    });

  return {
    async answer({ caseKey, repetition }: AnswerRequest, signal): Promise<Answer> {
      if (closed) throw new ProviderError("This model is closed.", { errorClass: "permanent" });
      if (signal.aborted) throw new ProviderError("The call was cancelled.", { errorClass: "cancelled" });
      const recorded = await ask({ caseKey, repetition }).catch((error: unknown) => {
        throw notReadable(error);
      });
      if (recorded === null) throw notRecorded(caseKey, repetition);
      return toAnswer(recorded);
    },
    async close() {
      closed = true;
    },
  };
}

async function lookUp(find: FindRecorded, batch: readonly Waiting[]): Promise<void> {
  if (batch.length === 0) return;
  const found = await find(batch.map(({ caseKey, repetition }) => ({ caseKey, repetition })));
  const byKey = new Map(found.map((answer) => [nameOf(answer), answer]));
  for (const one of batch) one.resolve(byKey.get(nameOf(one)) ?? null);
}

function nameOf({ caseKey, repetition }: RecordedKey): string {
  return `${repetition} ${caseKey}`;
}

function toAnswer(recorded: RecordedAnswer): Answer {
  const { promptTokens, completionTokens } = recorded;
  return {
    output: recorded.output,
    toolCalls: null,
    finishReason: recorded.finishReason,
    latencyMs: recorded.latencyMs,
    timeToFirstTokenMs: recorded.timeToFirstTokenMs,
    usage: { ...unknownUsage, promptTokens, completionTokens },
    recordedCostMicroUsd: recorded.costMicroUsd,
    providerRequestId: null,
    servedModel: null,
    rateLimit: null,
  };
}

function notRecorded(caseKey: string, repetition: number): ProviderError {
  const which = repetition === 1 ? "" : `, repetition ${repetition}`;
  return new ProviderError(
    `No recorded answer for case ${caseKey.slice(0, 200)}${which}. Import the answers again with this case, or leave it out of the run.`,
    { errorClass: "permanent", code: "not-found" },
  );
}

function notReadable(error: unknown): ProviderError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ProviderError(`The recorded answers could not be read: ${reason}`, { errorClass: "transient" });
}
