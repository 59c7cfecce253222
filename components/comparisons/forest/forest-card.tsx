import { type ForestGroup, ForestPlot } from "#components/charts/forest/forest-plot.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { ComparisonResult } from "#lib/comparisons/comparison.ts";
import { pointsText } from "#lib/comparisons/forest/claim-words.ts";
import type { ForestRow } from "#lib/comparisons/forest/forest-rows.ts";
import { dimensionLabel, sliceLabel } from "#lib/scorecards/slice-words.ts";
import { CaseFilterLink } from "../case-filter-link.tsx";
import { MarginChoice } from "./margin-choice.tsx";
import { methodsOf, plotRow } from "./plot-row.ts";

/** The paired difference by grader and by slice: coloured only where it is proven after correction for all that is shown. */
export function ForestCard({ result }: { result: ComparisonResult }) {
  const { forest, margin } = result;
  const rows = [...forest.graders, ...forest.scores, ...forest.slices];
  return (
    <Card
      title="Where it changed"
      description={`Candidate minus baseline in points, with 95 % intervals. Colour and the words "better" and "worse" need a test that holds after the Benjamini-Hochberg correction over all ${forest.family} rows.`}
      actions={<MarginChoice points={margin * 100} />}
      footer={rows.length > 0 && <Footer result={result} />}
    >
      {rows.length === 0 ? (
        <EmptyState
          title="Nothing to break down"
          text="The two runs share no grader, and the dataset has no tags, splits or metadata to cut it by."
        />
      ) : (
        <ForestPlot
          label="Paired difference by grader and slice"
          groups={groupsOf(result)}
          margin={-margin}
          formatTick={(value) =>
            `${value > 0 ? "+" : ""}${Number((value * 100).toFixed(1))}`.replace("-", "\u2212")
          }
        />
      )}
    </Card>
  );
}

function Footer({ result: { forest, margin, hiddenSlices } }: { result: ComparisonResult }) {
  const notes = [
    `${methodsOf([...forest.graders, ...forest.scores, ...forest.slices])}.`,
    `The dashed line is a loss of ${pointsText(margin)}; "no worse" is each row's own test at 5 % one-sided and is not corrected.`,
    "Cases still needed are an estimate at 80 % power, if the difference stays what it is.",
    hiddenSlices > 0 ? `The ${hiddenSlices.toLocaleString("en")} smallest slices are not shown.` : "",
  ];
  return <>{notes.join(" ")}</>;
}

function groupsOf({ forest, graders, slices, margin }: ComparisonResult): ForestGroup[] {
  const byDimension = Map.groupBy(slices, ({ dimension }) => dimension);
  const rowOf = (rows: readonly ForestRow[], id: string) => rows.find((row) => row.id === id);
  const ofGraders = (rows: readonly ForestRow[], measure: "verdict" | "score") =>
    graders.flatMap((grader) => {
      const row = rowOf(rows, grader.graderVersionId);
      return row === undefined
        ? []
        : [{ ...plotRow(row, margin, measure), label: <GraderName grader={grader} /> }];
    });
  // A mean score is no share of cases, so its hundredths are not called percentage points.
  const scores = ofGraders(forest.scores, "score").map((row) => ({
    ...row,
    valueText: withoutUnit(row.valueText),
  }));
  return [
    { id: "graders", label: "Share passed, by grader", rows: ofGraders(forest.graders, "verdict") },
    { id: "scores", label: "Mean score, in hundredths, by grader", rows: scores },
    ...[...byDimension].map(([dimension, members]) => ({
      id: dimension,
      label: dimensionLabel(dimension),
      rows: members.flatMap((slice) => {
        const row = rowOf(forest.slices, slice.id);
        if (row === undefined || row.comparison === null) return [];
        return [{ ...plotRow(row, margin), label: sliceLink(slice) }];
      }),
    })),
  ];
}

function GraderName({ grader }: { grader: ComparisonResult["graders"][number] }) {
  return (
    <span title={grader.weight === 0 ? "Does not decide whether an attempt passes" : undefined}>
      {grader.name}{" "}
      <span className="text-faint text-xs">
        v{grader.number}
        {grader.weight === 0 && ", shown only"}
        {grader.critical && ", critical"}
      </span>
    </span>
  );
}

const withoutUnit = (text: string) => text.replace(/\s*pp$/, "");

function sliceLink(slice: ComparisonResult["slices"][number]) {
  return (
    <CaseFilterLink
      filter={{ slice: slice.id }}
      className="underline-offset-3 hover:underline"
      activeClassName="font-medium text-accent"
    >
      {sliceLabel(slice)}
    </CaseFilterLink>
  );
}
