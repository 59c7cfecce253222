import { WordDiff } from "#components/runs/diff/word-diff.tsx";
import { type StaticColumn, StaticTable } from "#components/table/static-table.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { ModelChange, ModelDifference } from "#lib/comparisons/rules/model-changes.ts";

export type ModelDifferenceCardProps = {
  difference: ModelDifference;
  /** "run 12" */
  labels: { a: string; b: string };
};

/** What is configured differently in the two models: settings as a table, the prompt as a diff. */
export function ModelDifferenceCard({ difference, labels }: ModelDifferenceCardProps) {
  const { settings, equalSettings, prompt, samePrompt } = difference;
  const changed = prompt.filter((message) => message.a !== message.b);
  const columns: StaticColumn<ModelChange>[] = [
    { id: "field", header: "Setting", cell: (change) => change.field },
    { id: "a", header: labels.a, className: "untrusted-text font-mono text-xs", cell: (change) => change.a },
    { id: "b", header: labels.b, className: "untrusted-text font-mono text-xs", cell: (change) => change.b },
  ];
  return (
    <Card
      title="What was configured differently"
      description={
        settings.length === 0 && samePrompt
          ? "Both runs used the same configuration: prompt, parameters and prices are equal."
          : `${settings.length} ${settings.length === 1 ? "setting differs" : "settings differ"}, ${equalSettings} ${equalSettings === 1 ? "is" : "are"} equal. ${promptWords(difference)}`
      }
      flush
    >
      {settings.length > 0 && (
        <StaticTable
          label="Settings that differ"
          columns={columns}
          rows={settings}
          getRowId={(change) => change.field}
        />
      )}
      {changed.map((message) => (
        <div key={message.place} className="flex flex-col gap-2 border-t px-4 py-3">
          <h3 className="font-medium text-sm">
            Message {message.place} of the prompt: {message.role}
          </h3>
          <WordDiff before={message.a} after={message.b} beforeLabel={labels.a} afterLabel={labels.b} />
        </div>
      ))}
    </Card>
  );
}

function promptWords({ prompt, samePrompt }: ModelDifference): string {
  if (prompt.length === 0) return "Neither has a prompt.";
  return samePrompt ? "The prompt is the same." : "The prompt differs.";
}
