"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import { valueText } from "#lib/datasets/case-text.ts";
import type { DiffLabels } from "./diff-legend.tsx";
import { chooseDiffMode, type DiffMode, diffModeLabels, diffModes, jsonContainer } from "./diff-mode.ts";
import { FallBack } from "./fall-back.tsx";
import { PlainText, TextPair } from "./text-pair.tsx";

const loading = () => <Skeleton className="h-24 w-full" />;
const WordDiff = dynamic(() => import("./word-diff.tsx").then((module) => module.WordDiff), { loading });
const JsonDiff = dynamic(() => import("./json-diff.tsx").then((module) => module.JsonDiff), { loading });
const MarkdownView = dynamic(() => import("./markdown-view.tsx").then((module) => module.MarkdownView), {
  loading,
});

export type ValueDiffProps = DiffLabels & {
  before: unknown;
  after: string;
  /** Null: the view that fits the values. */
  mode: DiffMode | null;
  onModeChange: (mode: DiffMode) => void;
};

/** Two values as differing words, as differing JSON fields, as rendered Markdown, or as they are. */
export function ValueDiff({ before, after, mode, onModeChange, ...labels }: ValueDiffProps) {
  const left = jsonContainer(before);
  const right = jsonContainer(after);
  const isJson = left !== null && right !== null;
  const offered = diffModes.filter((one) => one !== "json" || isJson);
  const fitting = chooseDiffMode(before, after);
  const shown = mode !== null && offered.includes(mode) ? mode : fitting;
  const texts = { before: left === null ? valueText(before) : JSON.stringify(left, null, 2), after };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <SegmentedControl
        label={`How to show ${labels.beforeLabel} and ${labels.afterLabel}`}
        className="self-start"
        options={offered.map((one) => ({ value: one, label: diffModeLabels[one] }))}
        value={shown}
        onValueChange={onModeChange}
      />
      <FallBack
        key={shown}
        fallback={
          <TextPair
            {...labels}
            before={<PlainText text={texts.before} />}
            after={<PlainText text={after} />}
          />
        }
      >
        {shown === "json" && <JsonDiff {...labels} before={left} after={right} />}
        {shown === "words" && <WordDiff {...labels} {...texts} />}
        {shown === "markdown" && (
          <TextPair
            {...labels}
            before={<MarkdownOrNothing text={texts.before} />}
            after={<MarkdownOrNothing text={after} />}
          />
        )}
        {shown === "raw" && (
          <TextPair
            {...labels}
            mono
            before={<PlainText text={valueText(before)} empty="nothing" />}
            after={<PlainText text={after} />}
          />
        )}
      </FallBack>
    </div>
  );
}

function MarkdownOrNothing({ text }: { text: string }) {
  return text === "" ? <PlainText text="" empty="nothing" /> : <MarkdownView text={text} />;
}
