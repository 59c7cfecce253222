import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { CorpusScore } from "#lib/scorecards/scorecard.ts";
import { BoundedValue } from "./bounded-value.tsx";
import { resamplingWords } from "./resampling-words.ts";

/** BLEU and chrF of the whole run, which are not the means of the scores of its answers. */
export function CorpusScoresSection({ scores }: { scores: readonly CorpusScore[] }) {
  const left = scores.filter(({ n, scored }) => n < scored);
  return (
    <Card
      title="Texts as a whole"
      description="Formed from the counts of all answers together, as papers report them: from 0 to 100, higher is better. The mean score of the grader is another figure."
    >
      <div className="overflow-hidden rounded-md border">
        <StaticTable
          label="Scores of all texts together"
          columns={columns}
          rows={scores}
          getRowId={(score) => score.graderVersionId}
        />
      </div>
      <p className="mt-2 text-muted text-xs">{resamplingWords(scores[0]?.resampling ?? null)}</p>
      {left.map(({ graderVersionId, grader, n, scored }) => (
        <p key={graderVersionId} className="mt-1 text-warning text-xs">
          {formatCount(scored - n)} of {formatCount(scored)} grades of {grader} hold no counts and are left
          out. Grade the run again to count them in.
        </p>
      ))}
    </Card>
  );
}

const columns: readonly StaticColumn<CorpusScore>[] = [
  {
    id: "grader",
    header: "Grader and figure",
    cell: (row) => (
      <>
        <span className="block break-words">{row.grader}</span>
        <span className="block text-muted text-xs">{row.metric}</span>
      </>
    ),
  },
  {
    id: "value",
    header: "Value, 95 %",
    numeric: true,
    cell: (row) => <BoundedValue value={row} format={(value) => value.toFixed(1)} />,
  },
  { id: "n", header: "n", numeric: true, cell: (row) => formatCount(row.n) },
];
