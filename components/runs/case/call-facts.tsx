import { type Definition, DefinitionList } from "#components/ui/display/definition-list.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { finishReasonLabel } from "#lib/runs/attempts/finish-reason.ts";
import { outputTokensPerSecond } from "#lib/runs/attempts/output-speed.ts";
import type { AttemptDetail } from "#lib/runs/get-attempt.ts";
import { ErrorName } from "./error-name.tsx";

/** How the answer came: time, tokens, cost, and what the server said about it. */
export function CallFacts({ attempt }: { attempt: AttemptDetail }) {
  return <DefinitionList items={factsOf(attempt)} />;
}

function factsOf(attempt: AttemptDetail): Definition[] {
  const errored = attempt.outcome === "errored";
  const answered: Definition[] = [
    {
      term: "Latency",
      value: `${formatMs(attempt.latencyMs)}${attempt.fromCache ? ", when the answer was made" : ""}`,
    },
    {
      term: "Time to first token",
      value:
        attempt.timeToFirstTokenMs === null
          ? "it did not arrive in pieces"
          : formatMs(attempt.timeToFirstTokenMs),
    },
    { term: "Tokens", value: tokensOf(attempt) },
    ...speedOf(attempt),
    { term: "Cost", value: costOf(attempt) },
    { term: "Finish reason", value: finishReasonLabel(attempt.finishReason) },
    ...(attempt.seed === null ? [] : [{ term: "Seed", value: String(attempt.seed) }]),
    { term: "Served model", value: attempt.servedModel ?? "not said" },
    { term: "Request id", value: attempt.providerRequestId ?? "not said" },
  ];
  return [
    ...(errored ? [{ term: "Error", value: <ErrorName error={attempt} /> }] : answered),
    { term: "Tries", value: formatCount(attempt.tries) },
    { term: "Started", value: <Timestamp value={attempt.startedAt} mode="absolute" /> },
  ];
}

/** An answer that has no speed, such as one of a single token, has no line for it. */
function speedOf(attempt: AttemptDetail): Definition[] {
  const speed = outputTokensPerSecond(attempt);
  if (speed === null) return [];
  const of = attempt.timeToFirstTokenMs === null ? "over the whole call" : "after the first token";
  return [{ term: "Speed", value: `${speed.toFixed(speed < 10 ? 1 : 0)} tokens per second ${of}` }];
}

function costOf({ costMicroUsd, fromCache }: AttemptDetail): string {
  const cost = formatMicroUsd(costMicroUsd);
  return fromCache ? `nothing: the answer is from the cache, where it had cost ${cost}` : cost;
}

function tokensOf({ promptTokens, completionTokens, cachedTokens, reasoningTokens }: AttemptDetail): string {
  if (promptTokens === null && completionTokens === null) return "not reported";
  const parts = [`${formatCount(promptTokens)} in`, `${formatCount(completionTokens)} out`];
  if (cachedTokens !== null) parts.push(`${formatCount(cachedTokens)} from the cache`);
  if (reasoningTokens !== null) parts.push(`${formatCount(reasoningTokens)} for reasoning`);
  return parts.join(", ");
}
