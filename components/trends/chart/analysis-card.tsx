import { Activity, Minus } from "lucide-react";
import { Card } from "#components/ui/layout/card.tsx";
import type { Trend } from "#lib/trends/get-trend.ts";
import { analysisWords } from "../words/analysis-words.ts";

/** What limits, change of level and drift say about the line that is looked at. */
export function AnalysisCard({ trend }: { trend: Trend }) {
  const { focus, metric, marks } = trend;
  if (focus === null) return null;
  const statements = analysisWords(focus.analysis, metric, marks);
  const changed = marks.length;
  return (
    <Card
      title={`What the line of ${focus.label} shows`}
      description="Slow changes, over comparable runs: one model, one choice of splits."
      footer={
        changed > 0 &&
        `${changed === 1 ? "One thing" : `${changed} things`} that runs are measured with changed along the way (dataset, grader, model version or price). A level may have changed with them rather than with the model.`
      }
    >
      <ul className="grid gap-x-6 gap-y-3 md:grid-cols-3">
        {statements.map(({ id, title, text, method, signal }) => (
          <li key={id} className="flex min-w-0 gap-2">
            {signal ? (
              <Activity aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
            ) : (
              <Minus aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
            )}
            <div className="min-w-0">
              <h3 className="font-medium text-sm">{title}</h3>
              <p className="tabular text-muted text-sm">{text}</p>
              {method && <p className="mt-0.5 text-2xs text-faint">{method}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
