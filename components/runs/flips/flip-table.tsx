import { formatCount } from "#components/ui/format/format-count.ts";
import type { PreviewedGrader } from "#lib/runs/control/grading/preview/describe-preview.ts";
import { type FlipCounts, type FlipKind, noFlips } from "#lib/runs/control/grading/preview/flip.ts";
import { flipLabels } from "./flip-words.ts";

export type FlipTableProps = {
  caption: string;
  graders: readonly PreviewedGrader[];
  counts: Readonly<Record<string, FlipCounts>>;
};

const kinds: readonly FlipKind[] = ["passedToFailed", "failedToPassed", "toUnscored", "fromUnscored"];

/** How many grades change, by grader and by the way they change. */
export function FlipTable({ caption, graders, counts }: FlipTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-muted text-xs">
          <tr className="border-b">
            <th scope="col" className="py-1 pr-3 text-left font-medium">
              Grader
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="px-2 py-1 text-right font-medium">
                {flipLabels[kind]}
              </th>
            ))}
            <th scope="col" className="py-1 pl-2 text-right font-medium">
              Same
            </th>
          </tr>
        </thead>
        <tbody>
          {graders.map(({ graderId, name, number, newNumber }) => {
            const own = counts[graderId] ?? noFlips;
            return (
              <tr key={graderId} className="border-b last:border-0">
                <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                  {name}{" "}
                  <span className="text-muted text-xs">
                    v{number} → {newNumber === null ? "as edited" : `v${newNumber}`}
                  </span>
                </th>
                {kinds.map((kind) => (
                  <td key={kind} className="tabular px-2 py-1.5 text-right">
                    {formatCount(own[kind])}
                  </td>
                ))}
                <td className="tabular py-1.5 pl-2 text-right text-muted">{formatCount(own.same)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
