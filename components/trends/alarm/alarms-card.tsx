import { ArrowDown, ArrowUp, CircleHelp, Equal } from "lucide-react";
import { compareHref } from "#components/comparisons/compare-href.ts";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Alarm, Alarms } from "#lib/trends/alarm/list-alarms.ts";
import { type AlarmWords, alarmWords } from "../words/alarm-words.ts";

const looks: Readonly<Record<AlarmWords["tone"], { tone: BadgeTone; Icon: typeof ArrowUp }>> = {
  better: { tone: "positive", Icon: ArrowUp },
  worse: { tone: "negative", Icon: ArrowDown },
  "no worse": { tone: "neutral", Icon: Equal },
  "cannot tell": { tone: "outline", Icon: CircleHelp },
  none: { tone: "outline", Icon: CircleHelp },
};
const order: readonly AlarmWords["tone"][] = ["worse", "better", "no worse", "cannot tell", "none"];

export type AlarmsCardProps = Alarms & {
  /** Whether some run of the dataset is approved as its baseline. */
  hasAccepted: boolean;
  /** What was compared, where it is not the metric of the chart. */
  note: string | null;
};

/** The newest run of each line against the last accepted run; what is worse comes first, with the cases behind it. */
export function AlarmsCard({ alarms, hasAccepted, note, ...shared }: AlarmsCardProps) {
  if (alarms.length === 0) return null;
  const told = alarms
    .map((alarm) => ({ alarm, words: alarmWords(alarm, shared) }))
    .sort((one, other) => order.indexOf(one.words.tone) - order.indexOf(other.words.tone));
  const description = hasAccepted
    ? "The same cases in the newest run of each line and in the last accepted run."
    : "No run of this dataset is approved as its baseline yet, so each newest run is held against the one before it.";
  return (
    <Card
      title={hasAccepted ? "Against the accepted run" : "Against the run before"}
      description={note === null ? description : `${description} ${note}`}
    >
      <ul className="flex flex-col gap-3">
        {told.map(({ alarm, words }) => (
          <AlarmItem key={alarm.lineId} alarm={alarm} words={words} named={alarms.length > 1} />
        ))}
      </ul>
    </Card>
  );
}

type AlarmItemProps = { alarm: Alarm; words: AlarmWords; named: boolean };

function AlarmItem({ alarm, words, named }: AlarmItemProps) {
  const { tone, Icon } = looks[words.tone];
  return (
    <li className="grid min-w-0 gap-x-3 gap-y-1 sm:grid-cols-[9rem_1fr]">
      <span>
        <Badge tone={tone} icon={<Icon aria-hidden />}>
          {words.word}
        </Badge>
      </span>
      <div className="min-w-0">
        <p className="tabular max-w-[90ch] break-words text-sm">
          {named && <span className="font-medium">{alarm.label}: </span>}
          {words.headline}
          {alarm.isAccepted && " It is the accepted run in force."}
        </p>
        {words.basis && <p className="tabular text-faint text-xs">{words.basis}</p>}
        <CaseLinks alarm={alarm} />
      </div>
    </li>
  );
}

function CaseLinks({ alarm }: { alarm: Alarm }) {
  const { reference, candidate, comparison, graderVersionId, slice } = alarm;
  if (reference === null) return null;
  const rest = {
    ...(graderVersionId === null ? {} : { grader: graderVersionId }),
    ...(slice === null ? {} : { slice }),
  };
  const runs = [reference.run.runId, candidate.runId];
  const { regressed = 0 } = comparison ?? {};
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-4 text-xs">
      {regressed > 0 && (
        <TextLink href={compareHref(runs, { ...rest, show: "regressed" })}>
          See the {regressed === 1 ? "regressed case" : `${formatCount(regressed)} regressed cases`}
        </TextLink>
      )}
      <TextLink href={compareHref(runs, rest)}>
        Compare run {reference.run.number} and run {candidate.number}
      </TextLink>
    </p>
  );
}
