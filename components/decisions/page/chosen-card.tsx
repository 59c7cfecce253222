import { Stat, StatRow } from "#components/ui/display/stat.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { formatInterval } from "#components/ui/format/format-interval.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import type { Candidate } from "#lib/decisions/board/board-schema.ts";
import { costInterval, costText, latencyInterval, latencyText } from "../board/figure-texts.ts";
import { StandingBadge } from "../standing-badge.tsx";

export type ChosenCardProps = { chosen: Candidate; reason: string; waiver: string | null };

/** The model that was chosen, its figures as they were, and why. */
export function ChosenCard({ chosen, reason, waiver }: ChosenCardProps) {
  const { model, passRate, latencyP95Ms, costPer1000, standing } = chosen;
  return (
    <section aria-label="Chosen model" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="break-words font-semibold text-lg">
          {model.name} <span className="font-normal text-faint text-sm">version {model.version}</span>
        </h2>
        <StandingBadge standing={standing} />
      </div>
      {reason !== "" && <p className="untrusted-text max-w-prose text-sm">{reason}</p>}
      {waiver !== null && (
        <Alert tone="warning" title="Chosen by waiver">
          <span className="untrusted-text">{waiver}</span>
        </Alert>
      )}
      <StatRow>
        <Stat
          label="Pass rate"
          value={formatPercent(passRate?.value)}
          interval={passRate && formatInterval([passRate.lower, passRate.upper])}
          n={passRate?.n}
          method={passRate ? `95 % ${passRate.method}` : undefined}
          chosen
        />
        <Stat
          label="p95 latency"
          value={latencyText(latencyP95Ms)}
          interval={latencyInterval(latencyP95Ms)}
          n={latencyP95Ms?.n}
          method={latencyP95Ms ? `95 % ${latencyP95Ms.method}` : undefined}
        />
        <Stat
          label="Cost per 1,000 requests"
          value={costText(costPer1000)}
          interval={costInterval(costPer1000)}
          n={costPer1000 === null || costPer1000.stated ? null : costPer1000.n}
          method={costPer1000?.method}
        />
      </StatRow>
    </section>
  );
}
