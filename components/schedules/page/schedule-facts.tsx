import { DefinitionList } from "#components/ui/display/definition-list.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import { splitLabels } from "#lib/datasets/split.ts";
import { verdictRuleWords } from "#lib/graders/verdict/verdict-rule-words.ts";
import { priorityLabels } from "#lib/runs/control/priority-labels.ts";
import type { ScheduleDetail } from "#lib/schedules/listing/get-schedule.ts";
import { cronWords } from "#lib/schedules/timing/cron-words.ts";

/** What each start of a schedule does. */
export function ScheduleFacts({ schedule }: { schedule: ScheduleDetail }) {
  const { dataset, verdictRule, models, productionModel, inProduction, options, cron, timeZone } = schedule;
  const words = cronWords(cron);
  const isOne = models.length + (productionModel ? 1 : 0) === 1;
  return (
    <DefinitionList
      items={[
        {
          term: "Dataset",
          value: (
            <>
              <TextLink href={`/datasets/${dataset.id}`}>{dataset.name}</TextLink>, the newest published
              version, with <TextLink href={`/graders/dataset/${dataset.id}`}>its graders</TextLink>
            </>
          ),
        },
        { term: "An answer passes when", value: verdictRuleWords(verdictRule) },
        {
          term: isOne ? "Model" : "Models",
          value: (
            <span className="flex flex-wrap gap-x-3">
              {productionModel && (
                <span>
                  the one in production,{" "}
                  {inProduction === null ? (
                    "not known before a run is approved as baseline"
                  ) : (
                    <>
                      now <TextLink href={`/models/${inProduction.id}`}>{inProduction.name}</TextLink>
                    </>
                  )}
                </span>
              )}
              {models.map(({ id, name }) => (
                <TextLink key={id} href={`/models/${id}`}>
                  {name}
                </TextLink>
              ))}
              <span>{isOne ? "in its newest version" : "in their newest versions"}</span>
            </span>
          ),
        },
        {
          term: "When",
          value: (
            <>
              {words}, {timeZone}
              {words !== cron && <code className="ml-2 text-faint text-xs">{cron}</code>}
            </>
          ),
        },
        {
          term: "Splits",
          value:
            options.splits.length === 0
              ? "all"
              : options.splits.map((split) => splitLabels[split]).join(", "),
        },
        { term: "Repetitions", value: formatCount(options.repetitions) },
        { term: "Answer cache", value: options.useCache ? "used" : "not used" },
        {
          term: "Budget of each run",
          value: options.budgetMicroUsd === null ? "no limit" : formatMicroUsd(options.budgetMicroUsd),
        },
        { term: "Priority", value: priorityLabels[options.priority].toLowerCase() },
      ]}
    />
  );
}
