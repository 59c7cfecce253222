"use client";

import { ArrowLeftRight } from "lucide-react";
import { ValueDiff } from "#components/runs/diff/value-diff.tsx";
import { Button } from "#components/ui/button.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import type { ComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";
import { valueText } from "#lib/datasets/case-text.ts";
import type { ColumnRun } from "../cases/compared-case-columns.tsx";
import type { ComparisonAddress } from "../cases/use-comparison-address.ts";

export type OutputComparisonProps = {
  found: ComparedCase;
  view: ComparisonAddress;
  runs: readonly ColumnRun[];
  againstId: string;
};

type Text = { key: string; label: string; value: unknown };

/** Any two of the answers and the expected value, with what differs between them. */
export function OutputComparison({ found, view, runs, againstId }: OutputComparisonProps) {
  const { address, setAddress } = view;
  const texts = textsOf(found, runs);
  const find = (key: string | null, usual: string | undefined) =>
    texts.find((text) => text.key === key) ?? texts.find((text) => text.key === usual) ?? texts[0];
  const left = find(address.left, runs[0]?.id);
  const right = find(address.right, againstId);
  if (left === undefined || right === undefined) return null;
  const silent = [left, right].filter(({ value }) => value === null);
  return (
    <section aria-label="Answers" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Choice
          label="Left side"
          texts={texts}
          chosen={left.key}
          onChoose={(key) => void setAddress({ left: key })}
        />
        <Button
          variant="ghost"
          size="icon"
          aria-label="Swap left and right"
          onClick={() => void setAddress({ left: right.key, right: left.key })}
        >
          <ArrowLeftRight aria-hidden />
        </Button>
        <Choice
          label="Right side"
          texts={texts}
          chosen={right.key}
          onChoose={(key) => void setAddress({ right: key })}
        />
      </div>
      {silent.length > 0 && (
        <p className="text-muted text-sm">
          No answer to this case: {silent.map(({ label }) => label).join(" and ")}.
        </p>
      )}
      <ValueDiff
        before={left.value ?? ""}
        after={valueText(right.value)}
        beforeLabel={left.label}
        afterLabel={right.label}
        mode={address.mode}
        onModeChange={(mode) => void setAddress({ mode })}
      />
    </section>
  );
}

function textsOf({ sides, expected }: ComparedCase, runs: readonly ColumnRun[]): Text[] {
  return [
    { key: "expected", label: "expected", value: expected },
    ...runs.map(({ id, number }) => ({
      key: id,
      label: `run ${number}`,
      value: sides.find(({ runId }) => runId === id)?.attempt?.output ?? null,
    })),
  ];
}

type ChoiceProps = {
  label: string;
  texts: readonly Text[];
  chosen: string;
  onChoose: (key: string) => void;
};

function Choice({ label, texts, chosen, onChoose }: ChoiceProps) {
  return (
    <NativeSelect
      aria-label={label}
      className="max-w-44"
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      {texts.map(({ key, label: name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </NativeSelect>
  );
}
