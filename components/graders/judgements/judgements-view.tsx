import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { type ReadUsage, readJudgements, readUsage } from "./read-judgements.ts";

export type JudgementsViewProps = { detail: unknown; usage: unknown };

/** Who judged, what each said, what it cost, and the prompt as it was sent. Nothing for a grade that asked nobody. */
export function JudgementsView({ detail, usage }: JudgementsViewProps) {
  const read = readJudgements(detail);
  const paid = readUsage(usage);
  if (read === null && paid === null) return null;
  return (
    <div className="flex min-w-0 flex-col gap-2 text-xs">
      {paid !== null && <p className="tabular text-faint">{usageText(paid)}</p>}
      {read !== null && (
        <details className="min-w-0">
          <summary className="cursor-pointer text-muted">What the judge was asked and said</summary>
          <div className="mt-2 flex min-w-0 flex-col gap-2">
            <ul className="flex flex-col gap-1">
              {read.judgements.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the judgements of a grade never reorder
                <li key={index} className="untrusted-text min-w-0">
                  <span className="font-medium">{one.judge || "A judge"}</span>: {one.verdict ?? one.problem}
                  {one.raw && <CodeBlock title="Its answer" code={one.raw} wrap maxHeight="10rem" />}
                </li>
              ))}
            </ul>
            {read.prompt.map((message) => (
              <CodeBlock
                key={message.role}
                title={message.role}
                code={message.content}
                wrap
                maxHeight="16rem"
              />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function usageText({ calls, tokens, costMicroUsd, models, prompt }: ReadUsage): string {
  const parts = [
    `${formatCount(calls)} ${calls === 1 ? "call" : "calls"}`,
    tokens === null ? "tokens unknown" : `${formatCount(tokens)} tokens`,
    costMicroUsd === null ? "cost unknown" : formatMicroUsd(costMicroUsd),
    ...(models.length > 0 ? [models.join(", ")] : []),
    ...(prompt === null ? [] : [`prompt ${prompt}`]),
  ];
  return parts.join(" · ");
}
