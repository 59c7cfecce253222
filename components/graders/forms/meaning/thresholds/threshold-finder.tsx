"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { useAction } from "#components/ui/use-action.ts";
import { bestPoint, thresholdCurve } from "#lib/graders/thresholds/threshold-curve.ts";
import type { ScoredPair } from "#lib/graders/trying/score-pairs.ts";
import { useMeaningChoices } from "../meaning-choices.tsx";
import { CurveChart } from "./curve-chart.tsx";
import { readPairs } from "./read-pairs.ts";

const shownRows = 12;

export type ThresholdFinderProps = { kind: string; config: Record<string, unknown> };

/** Finds the threshold on pairs that a person has labelled: scores them, and shows what each threshold would decide. */
export function ThresholdFinder({ kind, config }: ThresholdFinderProps) {
  const { scorePairs } = useMeaningChoices();
  const { run, pending, failure } = useAction(scorePairs ?? notHere);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [scored, setScored] = useState<ScoredPair[] | null>(null);

  function find() {
    const reading = readPairs(text);
    setProblem(reading.ok ? null : reading.message);
    if (reading.ok) run({ grader: { kind, config }, pairs: reading.pairs }, setScored);
  }

  return (
    <details className="rounded-md border p-3">
      <summary className="cursor-pointer font-medium text-sm">Find the threshold on labelled pairs</summary>
      <div className="mt-3 flex flex-col gap-3">
        <Field
          label="Labelled pairs"
          hint='One on each line: {"expected": "…", "output": "…", "same": true}. Fifty of each kind tell more than ten.'
          error={problem ?? undefined}
        >
          <Textarea
            mono
            rows={4}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <div>
          <Button size="sm" loading={pending} disabled={scorePairs === null} onClick={find}>
            Score the pairs
          </Button>
        </div>
        {failure && <Alert tone="warning">{failure.message}</Alert>}
        {scored !== null && <Found scored={scored} />}
      </div>
    </details>
  );
}

function Found({ scored }: { scored: readonly ScoredPair[] }) {
  const usable = scored.flatMap(({ score, same }) => (score === null ? [] : [{ score, same }]));
  const points = thresholdCurve(usable);
  const best = bestPoint(points);
  const left = scored.length - usable.length;
  const reason = scored.find(({ score }) => score === null)?.reason;
  if (best === null) return <Alert tone="warning">{reason ?? "No pair could be scored."}</Alert>;
  const step = Math.max(1, Math.ceil(points.length / shownRows));
  const rows = points.filter((point, index) => index % step === 0 || point === best);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">
        On these {usable.length} pairs the threshold {best.threshold.toFixed(3)} has the best F1,{" "}
        {formatPercent(best.f1 ?? 0)}, and decides {formatPercent(best.accuracy)} of them as you did. Enter it
        below under Verdict. It was chosen on these pairs, so it will do a little worse on others.
        {left > 0 && ` ${left} pairs could not be scored: ${reason}`}
      </p>
      <CurveChart points={points} />
      <div className="overflow-x-auto">
        <table className="tabular w-full text-right text-xs">
          <thead className="text-muted">
            <tr>
              <th className="text-left font-medium">Threshold</th>
              <th className="font-medium">Precision</th>
              <th className="font-medium">Recall</th>
              <th className="font-medium">F1</th>
              <th className="font-medium">Accuracy</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((point) => (
              <tr key={point.threshold} className={point === best ? "font-semibold" : undefined}>
                <td className="text-left">
                  {point.threshold.toFixed(3)}
                  {point === best && " (best F1)"}
                </td>
                {[point.precision, point.recall, point.f1, point.accuracy].map((value, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns never reorder
                  <td key={index}>{value === null ? "–" : formatPercent(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

async function notHere() {
  return { ok: false as const, message: "You need the role editor to score pairs.", fields: {} };
}
