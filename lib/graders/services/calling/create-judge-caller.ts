import type { Context } from "#lib/context/context.ts";
import { withPatience } from "#lib/db/with-patience.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { costMicroUsd, type Prices } from "#lib/models/cost.ts";
import { getModelVersion } from "#lib/models/get-model-version.ts";
import { openProvider } from "#lib/models/open-provider.ts";
import { resolvePrice } from "#lib/models/prices/resolve-price.ts";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import type { ModelParameters } from "#lib/providers/model-parameters.ts";
import type { Answer, AnswerRequest, Provider } from "#lib/providers/provider.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { JudgeAnswer, JudgeCaller, JudgeRequest } from "../judge-caller.ts";
import type { CallPrices } from "../prices/call-prices.ts";
import type { CallLimits } from "./call-limits.ts";
import { repeatCall } from "./repeat-call.ts";

/** A judgement that the database must be asked for waits this long for it. */
const patienceMs = 10 * 60_000;

type OpenJudge = {
  name: string;
  connectionId: string;
  provider: Provider;
  version: ModelVersion;
  prices: Prices;
  /** Until its server refuses a schema for the answer. */
  takesSchema: boolean;
};

/**
 * Asks models of the workspace for verdicts. The judge's own parameters hold, except those that would make its answer anything but
 * text; its prompt template is not used.
 */
export function createJudgeCaller(ctx: Context, limits: CallLimits, callPrices: CallPrices): JudgeCaller {
  const judges = new Map<string, Promise<OpenJudge>>();
  const openOnce = async (versionId: string): Promise<OpenJudge> => {
    const known =
      judges.get(versionId) ?? withPatience(patienceMs, () => openJudge(ctx, versionId, callPrices));
    judges.set(versionId, known);
    known.catch(() => judges.delete(versionId));
    return await known;
  };
  return {
    async ask(request, signal) {
      try {
        return await askJudge(limits, await openOnce(request.modelVersionId), request, signal);
      } catch (error) {
        if (error instanceof AppError) return failed(`The judge cannot be asked: ${error.message}`, 0);
        if (!(error instanceof ProviderError) || signal.aborted) throw error;
        // An answer that cannot be read may have been paid for.
        return failed(
          `The judge gave no verdict: ${error.message}`,
          error.errorClass === "bad-answer" ? null : 0,
        );
      }
    },
  };
}

async function openJudge(ctx: Context, versionId: string, { pinned, at }: CallPrices): Promise<OpenJudge> {
  const version = await getModelVersion(ctx, versionId);
  if (version.connection === null) {
    throw new AppError("invalid", `The model ${version.modelName} calls no server and cannot judge.`);
  }
  const [provider, prices] = await Promise.all([
    openProvider(ctx, versionId),
    pinned[versionId] ?? resolvePrice(ctx, version, at),
  ]);
  const name = `${version.modelName} v${version.number}`;
  return { name, connectionId: version.connection.id, provider, version, prices, takesSchema: true };
}

async function askJudge(
  limits: CallLimits,
  judge: OpenJudge,
  request: JudgeRequest,
  signal: AbortSignal,
): Promise<JudgeAnswer> {
  const place = { connectionId: judge.connectionId, key: judge.version.id };
  return await repeatCall(limits, place, () => callJudge(judge, request, signal), signal);
}

async function callJudge(judge: OpenJudge, request: JudgeRequest, signal: AbortSignal) {
  const answer = await answerOf(judge, request, signal);
  const { promptTokens, completionTokens } = answer.usage;
  const cost = costMicroUsd(answer.usage, judge.prices);
  const value: JudgeAnswer = {
    type: "answered",
    judge: judge.name,
    text: answer.output,
    finishReason: answer.finishReason,
    usage: { calls: 1, promptTokens, completionTokens, costMicroUsd: cost, models: [judge.name] },
  };
  const tokens =
    promptTokens === null && completionTokens === null ? null : (promptTokens ?? 0) + (completionTokens ?? 0);
  return { value, tokens, costMicroUsd: cost, rateLimit: answer.rateLimit };
}

async function answerOf(judge: OpenJudge, request: JudgeRequest, signal: AbortSignal): Promise<Answer> {
  const withSchema = judge.takesSchema;
  try {
    return await judge.provider.answer(answerRequest(judge, request, withSchema), signal);
  } catch (error) {
    if (!withSchema || !refusesSchema(error)) throw error;
    judge.takesSchema = false;
    return await judge.provider.answer(answerRequest(judge, request, false), signal);
  }
}

function answerRequest(judge: OpenJudge, request: JudgeRequest, withSchema: boolean): AnswerRequest {
  const {
    tools: _tools,
    toolChoice: _choice,
    stop: _stop,
    responseFormat: _format,
    ...own
  } = judge.version.parameters;
  const parameters: ModelParameters = withSchema
    ? { ...own, responseFormat: schemaFormat(request.responseSchema) }
    : own;
  const { messages, repetition } = request;
  const body = { messages, input: null, caseKey: "judgement", repetition, parameters };
  return own.seed === undefined ? body : { ...body, seed: own.seed + repetition - 1 };
}

function schemaFormat(schema: JudgeRequest["responseSchema"]): ModelParameters["responseFormat"] {
  return { type: "json_schema", json_schema: { name: "verdict", schema: { ...schema }, strict: true } };
}

function refusesSchema(error: unknown): boolean {
  if (!(error instanceof ProviderError)) return false;
  const isRefusal = error.status === 400 || error.status === 422;
  return isRefusal && /response_format|json_schema|response.?schema|structured|guided/i.test(error.message);
}

function failed(reason: string, cost: number | null): JudgeAnswer {
  const calls = cost === null ? 1 : 0;
  return {
    type: "failed",
    reason,
    usage: { calls, promptTokens: null, completionTokens: null, costMicroUsd: cost },
  };
}
