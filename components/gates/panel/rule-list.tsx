import { TextLink } from "#components/ui/text-link.tsx";
import { ruleName, worstFirst } from "#lib/gates/policy/verdict-words.ts";
import type { GateReport } from "#lib/gates/results/gate-report.ts";
import { GateMark } from "../gate-mark.tsx";
import { IntervalStrip } from "./interval-strip.tsx";
import { ruleLink } from "./rule-link.ts";

/** Every rule with its verdict, its figures in a sentence, and how they were made. */
export function RuleList({ report }: { report: Pick<GateReport, "rules" | "run" | "baseline"> }) {
  return (
    <ul aria-label="Rules of the gate" className="divide-y border-t">
      {worstFirst(report.rules).map((rule) => {
        const link = ruleLink(rule, report);
        return (
          <li
            key={`${rule.rule} ${rule.slice?.dimension ?? ""} ${rule.slice?.value ?? ""}`}
            className="grid gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]"
          >
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:flex-col sm:items-start">
              <GateMark verdict={rule.verdict} />
              <IntervalStrip rule={rule} />
            </div>
            <div className="min-w-0">
              <p className="font-medium text-sm">
                <bdi>{ruleName(rule)}</bdi>
              </p>
              <p className="tabular max-w-prose text-sm">{rule.sentence}</p>
              {rule.method !== null && <p className="text-faint text-xs">{rule.method}, 95 %</p>}
            </div>
            {link !== null && (
              <p className="self-center text-sm">
                <TextLink href={link.href}>{link.text}</TextLink>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
