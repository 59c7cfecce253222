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
  const { dataset, verdictRule, models, options, cron, timeZone } = schedule;
  const words = cronWords(cron);
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
          term: models.length === 1 ? "Model" : "Models",
          value: (
            <span className="flex flex-wrap gap-x-3">
              {models.map(({ id, name }) => (
                <TextLink key={id} href={`/models/${id}`}>
                  {name}
                </TextLink>
              ))}
              <span>{models.length === 1 ? "in its newest version" : "in their newest versions"}</span>
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
