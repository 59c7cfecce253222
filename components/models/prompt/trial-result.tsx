import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import type { ModelTrial } from "#lib/models/try-model.ts";

export function TrialResult({ trial }: { trial: ModelTrial }) {
  if (!trial.ok) {
    return (
      <Alert tone="danger" live title="The model gave no answer">
        <p className="break-words font-mono text-xs">{trial.message}</p>
      </Alert>
    );
  }
  const { answer } = trial;
  const facts = [
    { term: "Latency", value: answer.latencyMs === null ? "not known" : formatMs(answer.latencyMs) },
    {
      term: "First token",
      value: answer.timeToFirstTokenMs === null ? "not measured" : formatMs(answer.timeToFirstTokenMs),
    },
    { term: "Tokens in", value: tokens(answer.usage.promptTokens) },
    { term: "Tokens out", value: tokens(answer.usage.completionTokens) },
    { term: "Cost", value: formatMicroUsd(trial.costMicroUsd) },
  ];
  return (
    <section aria-label="Answer" aria-live="polite" className="flex flex-col gap-3">
      {(answer.output !== "" || answer.toolCalls === null) && (
        <CodeBlock code={answer.output === "" ? "(empty answer)" : answer.output} title="Answer" wrap />
      )}
      {answer.toolCalls !== null && (
        <CodeBlock
          title="Tool calls"
          code={answer.toolCalls.map((call) => `${call.name}(${call.arguments})`).join("\n")}
          wrap
        />
      )}
      <dl className="flex flex-wrap gap-x-6 gap-y-2 text-xs">
        {facts.map(({ term, value }) => (
          <div key={term} className="flex gap-1.5">
            <dt className="text-muted">{term}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function tokens(count: number | null): string {
  return count === null ? "not reported" : formatCount(count);
}
