import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DecisionRow } from "#lib/decisions/reading/list-decisions.ts";
import { StateBadge } from "../state-badge.tsx";

/** Notice of decisions that have to be looked at again. Nothing where there are none. */
export function ReopenedCard({ decisions }: { decisions: readonly DecisionRow[] }) {
  if (decisions.length === 0) return null;
  return (
    <Card title="Decisions to look at again">
      <ul className="flex flex-col divide-y">
        {decisions.map(({ id, number, question, model, state, reasons }) => (
          <li
            key={id}
            className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2 text-sm first:pt-0 last:pb-0"
          >
            <StateBadge state={state} />
            <span className="min-w-0 flex-1 basis-64">
              <TextLink href={`/decisions/${id}`}>
                Decision {number}: {question}
              </TextLink>{" "}
              <span className="text-muted">{model}</span>
              <span className="block text-muted text-xs">
                {reasons[0]?.sentence}
                {reasons.length > 1 && ` And ${reasons.length - 1} more.`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
