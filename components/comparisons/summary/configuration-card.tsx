import { JsonDiff } from "#components/runs/diff/json-diff.tsx";
import { WordDiff } from "#components/runs/diff/word-diff.tsx";
import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type {
  ConfigurationDifference,
  DatasetChange,
} from "#lib/comparisons/configuration/get-configuration-difference.ts";
import type { GraderChange } from "#lib/comparisons/configuration/grader-changes.ts";
import type { ModelChange, ModelDifference } from "#lib/comparisons/configuration/model-changes.ts";

export type ConfigurationCardProps = {
  difference: ConfigurationDifference;
  /** "run 12" */
  labels: { a: string; b: string };
};

/** What is configured differently in two runs: settings as a table, prompts and graders as diffs, the dataset version by its changes. */
export function ConfigurationCard({ difference, labels }: ConfigurationCardProps) {
  const { model, graders, verdictRule, dataset } = difference;
  const changedMessages = model.prompt.filter((message) => message.a !== message.b);
  return (
    <Card title="What was configured differently" description={summaryOf(difference)} flush>
      {model.settings.length > 0 && (
        <StaticTable
          label="Settings that differ"
          columns={settingColumns(labels)}
          rows={model.settings}
          getRowId={(change) => change.field}
        />
      )}
      {changedMessages.map((message) => (
        <Part key={message.place} title={`Message ${message.place} of the prompt: ${message.role}`}>
          <WordDiff before={message.a} after={message.b} beforeLabel={labels.a} afterLabel={labels.b} />
        </Part>
      ))}
      {graders.map((change) => (
        <Part key={change.graderId} title={graderTitle(change, labels)}>
          {change.a !== null && change.b !== null && (
            <JsonDiff
              before={change.a.settings}
              after={change.b.settings}
              beforeLabel={labels.a}
              afterLabel={labels.b}
            />
          )}
        </Part>
      ))}
      {verdictRule !== null && (
        <Part title="Rule of the verdict">
          <WordDiff
            before={verdictRule.a}
            after={verdictRule.b}
            beforeLabel={labels.a}
            afterLabel={labels.b}
          />
        </Part>
      )}
      {dataset !== null && <DatasetPart {...dataset} />}
    </Card>
  );
}

function Part({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-2 border-t px-4 py-3 first:border-t-0">
      <h3 className="font-medium text-sm">{title}</h3>
      {children}
    </div>
  );
}

function DatasetPart({ datasetId, from, to, added, removed, changed }: DatasetChange) {
  return (
    <Part title={`Dataset version ${from} → ${to}`}>
      <p className="text-muted text-sm">
        {added.toLocaleString("en")} cases added, {removed.toLocaleString("en")} removed,{" "}
        {changed.toLocaleString("en")} asked differently.{" "}
        <TextLink href={`/datasets/${datasetId}/versions?changes=${Math.max(from, to)}`}>
          See what changed
        </TextLink>
      </p>
    </Part>
  );
}

function graderTitle({ name, a, b }: GraderChange, labels: { a: string; b: string }): string {
  if (a === null) return `Grader ${name} v${b?.number}: only in ${labels.b}`;
  return b === null
    ? `Grader ${name} v${a.number}: only in ${labels.a}`
    : `Grader ${name}: v${a.number} → v${b.number}`;
}

function settingColumns(labels: { a: string; b: string }): StaticColumn<ModelChange>[] {
  const className = "untrusted-text font-mono text-xs";
  return [
    { id: "field", header: "Setting", cell: (change) => change.field },
    { id: "a", header: labels.a, className, cell: (change) => change.a },
    { id: "b", header: labels.b, className, cell: (change) => change.b },
  ];
}

function summaryOf({ model, graders, verdictRule, dataset }: ConfigurationDifference): string {
  const { settings, equalSettings } = model;
  const parts = [
    settings.length === 0
      ? `All ${equalSettings} settings of the model are equal.`
      : `${settings.length} ${settings.length === 1 ? "setting differs" : "settings differ"}, ${equalSettings} ${equalSettings === 1 ? "is" : "are"} equal.`,
    promptWords(model),
    graders.length === 0 ? "The graders are the same." : "The graders differ.",
    verdictRule === null ? null : "The rule of the verdict differs.",
    dataset === null ? "Both are on one dataset version." : "The dataset versions differ.",
  ];
  return parts.filter((part) => part !== null).join(" ");
}

function promptWords({ prompt, samePrompt }: ModelDifference): string {
  if (prompt.length === 0) return "Neither has a prompt.";
  return samePrompt ? "The prompt is the same." : "The prompt differs.";
}
