"use client";

import {
  chooseDiffMode,
  type DiffMode,
  diffModeLabels,
  jsonContainer,
} from "#components/runs/diff/diff-mode.ts";
import { JsonDiff } from "#components/runs/diff/json-diff.tsx";
import { MarkdownView } from "#components/runs/diff/markdown-view.tsx";
import { PlainText, TextPair } from "#components/runs/diff/text-pair.tsx";
import { WordDiff } from "#components/runs/diff/word-diff.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import type { ComparedCase } from "#lib/comparisons/cases/get-compared-case.ts";
import { valueText } from "#lib/datasets/case-text.ts";
import { type ComparisonAddress, type Pairing, viewModes } from "../cases/use-comparison-address.ts";

export type OutputComparisonProps = {
  found: ComparedCase;
  view: ComparisonAddress;
  numbers: { a: number; b: number };
};

const sidesOf: Record<Pairing, readonly ("a" | "b")[]> = {
  "a-b": ["a", "b"],
  "expected-a": ["a"],
  "expected-b": ["b"],
};

type Pair = { before: unknown; after: string; beforeLabel: string; afterLabel: string };

/** Any two of answer A, answer B and the expected value, with what differs between them. */
export function OutputComparison({ found, view, numbers }: OutputComparisonProps) {
  const { address, setAddress } = view;
  const names = { a: `run ${numbers.a}`, b: `run ${numbers.b}` };
  const pair = pairOf(address.between, found, names);
  const silent = sidesOf[address.between]
    .filter((side) => found[side]?.output == null)
    .map((side) => names[side]);
  const mode = address.mode === "auto" ? chooseDiffMode(pair.before, pair.after) : address.mode;
  return (
    <section aria-label="Outputs" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        <SegmentedControl
          label="What to compare"
          value={address.between}
          onValueChange={(between) => void setAddress({ between })}
          options={[
            { value: "a-b", label: "A with B" },
            { value: "expected-a", label: "Expected with A" },
            { value: "expected-b", label: "Expected with B" },
          ]}
        />
        <SegmentedControl
          label="How to compare"
          value={address.mode}
          onValueChange={(chosen) => void setAddress({ mode: chosen })}
          options={viewModes.map((value) => ({
            value,
            label: value === "auto" ? `Auto: ${diffModeLabels[mode]}` : diffModeLabels[value],
          }))}
        />
      </div>
      {silent.length > 0 && (
        <p className="text-muted text-sm">
          {silent.length === 2
            ? "Neither run has an answer"
            : `${capitalised(silent[0] ?? "")} has no answer`}{" "}
          to this case.
        </p>
      )}
      <PairView pair={pair} mode={mode} />
    </section>
  );
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function PairView({ pair: { before, after, ...labels }, mode }: { pair: Pair; mode: DiffMode }) {
  const text = valueText(before);
  switch (mode) {
    case "words":
      return <WordDiff {...labels} before={text} after={after} />;
    case "json": {
      const [left, right] = [jsonContainer(before), jsonContainer(after)];
      if (left !== null && right !== null) return <JsonDiff {...labels} before={left} after={right} />;
      return (
        <div className="flex flex-col gap-2">
          <p className="text-muted text-sm">
            {left === null ? labels.beforeLabel : labels.afterLabel} holds no JSON object or list, so the
            texts are compared word by word.
          </p>
          <WordDiff {...labels} before={text} after={after} />
        </div>
      );
    }
    case "markdown":
      return (
        <TextPair {...labels} before={<MarkdownView text={text} />} after={<MarkdownView text={after} />} />
      );
    case "raw":
      return (
        <TextPair {...labels} mono before={<PlainText text={text} />} after={<PlainText text={after} />} />
      );
  }
}

function pairOf(pairing: Pairing, { a, b }: ComparedCase, names: { a: string; b: string }): Pair {
  const expected = (b ?? a)?.case.expected ?? null;
  switch (pairing) {
    case "a-b":
      return { before: a?.output ?? "", after: b?.output ?? "", beforeLabel: names.a, afterLabel: names.b };
    case "expected-a":
      return {
        before: a?.case.expected ?? expected,
        after: a?.output ?? "",
        beforeLabel: "expected",
        afterLabel: names.a,
      };
    case "expected-b":
      return { before: expected, after: b?.output ?? "", beforeLabel: "expected", afterLabel: names.b };
  }
}
