"use client";

import { Boxes, TriangleAlert } from "lucide-react";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Split } from "#lib/datasets/split.ts";
import { ownPriceSource } from "#lib/models/prices/price-source.ts";
import type { ModelChoice } from "#lib/runs/starting/list-model-choices.ts";
import { trainingNote } from "#lib/runs/starting/training-note.ts";

export type ModelListProps = {
  models: readonly ModelChoice[];
  selected: readonly string[];
  onChange: (versionIds: string[]) => void;
  /** What the models would be asked about; null before a dataset is chosen. */
  asked: { datasetId: string; splits: readonly Split[] } | null;
};

/** The latest version of every model, each with where it runs, its price, and what speaks against it here. */
export function ModelList({ models, selected, onChange, asked }: ModelListProps) {
  if (models.length === 0) {
    return (
      <EmptyState
        icon={<Boxes />}
        headingLevel={3}
        title="No models yet"
        text="Connect a server, or make a built-in baseline that needs none."
        action={
          <LinkButton href="/models/new" variant="primary">
            Create a model
          </LinkButton>
        }
        className="py-6"
      />
    );
  }
  return (
    <ul className="flex max-h-96 flex-col overflow-y-auto rounded-md border">
      {models.map((model) => {
        const isSelected = selected.includes(model.versionId);
        const note = isSelected && asked ? trainingNote(model.training, asked) : null;
        return (
          <li key={model.versionId} className="border-b px-3 py-2 last:border-0">
            <Checkbox
              label={
                <>
                  {model.name}{" "}
                  <span className="text-faint text-xs">
                    v{model.number}
                    {!model.isLatest && ", not the latest"}
                  </span>
                </>
              }
              hint={`${model.source} · ${priceText(model)}`}
              checked={isSelected}
              onCheckedChange={(checked) =>
                onChange(
                  checked
                    ? [...selected, model.versionId]
                    : selected.filter((versionId) => versionId !== model.versionId),
                )
              }
            />
            {isSelected && (
              <Warnings sentences={note === null ? model.problems : [...model.problems, note]} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Warnings({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="mt-1.5 ml-6 flex flex-col gap-1 text-warning text-xs">
      {sentences.map((sentence) => (
        <li key={sentence} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          <span className="min-w-0 break-words">{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

function priceText({ isBuiltIn, isRecorded, price }: ModelChoice): string {
  const { inputPrice, outputPrice, source } = price;
  if (isBuiltIn) return "runs here, at no cost";
  if (isRecorded) return "nothing is called or paid";
  if (inputPrice === null && outputPrice === null) return "price unknown";
  if (inputPrice === 0 && outputPrice === 0) return "at no cost";
  const from = source === ownPriceSource ? "" : `, ${source}`;
  return `${formatMicroUsd(inputPrice)} in, ${formatMicroUsd(outputPrice)} out per million tokens${from}`;
}
