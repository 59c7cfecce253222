import { cx } from "#components/ui/class-names.ts";
import { Measure } from "#components/ui/display/measure.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Candidate } from "#lib/decisions/board/board-schema.ts";
import { pointsWords } from "#lib/decisions/words/figure-words.ts";
import { SettleOffer } from "../next/settle-offer.tsx";
import type { StartNext } from "../next/start-next.ts";
import { StandingBadge } from "../standing-badge.tsx";
import { costInterval, costText, latencyInterval, latencyText } from "./figure-texts.ts";
import { RuleList } from "./rule-list.tsx";

export type CandidateTableProps = {
  candidates: readonly Candidate[];
  /** The run of the model that is named, or was chosen. */
  chosenRunId: string | null;
  /** Within which a model counts as no worse, as a fraction; null with fewer than two models. */
  margin: number | null;
  /** Offers to start what is needed; null for readers. */
  start: StartNext | null;
};

/** One model a row, in the order of the board: figures with their intervals, and which rules decide. */
export function CandidateTable({ candidates, chosenRunId, margin, start }: CandidateTableProps) {
  return (
    <section
      aria-label="Models against the bar"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
      tabIndex={0}
      className="overflow-x-auto focus-visible:-outline-offset-2"
    >
      <table className="w-full min-w-[44rem] border-collapse text-sm print:min-w-0">
        <thead>
          <tr className="border-b bg-sunken text-left text-faint text-xs [&>th]:h-[34px] [&>th]:px-3 [&>th]:font-medium">
            <th scope="col">Model</th>
            <th scope="col">Standing</th>
            <th scope="col" className="text-right">
              Pass rate
            </th>
            <th scope="col" className="text-right">
              p95 latency
            </th>
            <th scope="col" className="text-right">
              Cost per 1,000
            </th>
          </tr>
        </thead>
        {candidates.map((one) => (
          <CandidateRows
            key={one.run.id}
            one={one}
            isChosen={one.run.id === chosenRunId}
            margin={margin}
            start={start}
          />
        ))}
      </table>
    </section>
  );
}

type CandidateRowsProps = {
  one: Candidate;
  isChosen: boolean;
  margin: number | null;
  start: StartNext | null;
};

function CandidateRows({ one, isChosen, margin, start }: CandidateRowsProps) {
  const { run, model, passRate, latencyP95Ms, costPer1000, datasetVersion, dominatedBy } = one;
  const isQuiet = dominatedBy !== null || one.standing === "misses";
  return (
    <tbody
      className={cx(
        "border-b last:border-0 [&_td]:px-3 [&_th]:px-3",
        isChosen && "bg-accent-soft/40 shadow-[inset_3px_0_0_var(--accent)]",
        isQuiet && "text-muted",
      )}
    >
      <tr className="align-baseline [&>*]:pt-2.5">
        <th scope="row" className="text-left font-normal">
          <TextLink
            href={`/models/${model.id}`}
            className={cx("break-words font-medium", isQuiet && "text-muted")}
          >
            {model.name}
          </TextLink>{" "}
          <span className="text-faint text-xs">v{model.version}</span>
          <span className="block text-muted text-xs">
            <TextLink href={`/runs/${run.id}`} className="text-muted">
              run {run.number}
            </TextLink>{" "}
            on version {datasetVersion.number}
            {one.hosting === "own machines" && " · self-hosted"}
          </span>
        </th>
        <td>
          <StandingBadge standing={one.standing} />
        </td>
        <td className="text-right">
          <Measure
            value={formatPercent(passRate?.value)}
            interval={passRate && formatInterval([passRate.lower, passRate.upper])}
            n={passRate?.n}
            method={passRate ? `95 % ${passRate.method}` : undefined}
          />
        </td>
        <td className="text-right">
          <Measure
            value={latencyText(latencyP95Ms)}
            interval={latencyInterval(latencyP95Ms)}
            method={latencyP95Ms ? `95 % ${latencyP95Ms.method}, n ${latencyP95Ms.n}` : undefined}
          />
        </td>
        <td className="text-right">
          <Measure
            value={costText(costPer1000)}
            interval={costInterval(costPer1000)}
            method={costPer1000 ? costPer1000.method : undefined}
          />
        </td>
      </tr>
      <tr>
        <td colSpan={5} className="pt-1 pb-2.5 text-xs">
          <div className="sticky left-3 max-w-[calc(100vw-5rem)]">
            {dominatedBy !== null && (
              <p className="text-muted">
                Needless beside {dominatedBy}: that one is no worse
                {margin !== null && ` (by less than ${pointsWords(margin)}, paired)`}, not dearer and not
                slower.
              </p>
            )}
            <RuleList rules={one.rules} />
            {start !== null && one.standing === "not enough evidence" && one.casesNeeded !== null && (
              <SettleOffer
                one={one}
                cases={one.passRate?.n ?? 0}
                casesNeeded={one.casesNeeded}
                start={start}
              />
            )}
          </div>
        </td>
      </tr>
    </tbody>
  );
}
