import { Alert } from "#components/ui/feedback/alert.tsx";
import { ADDED_STYLE, type DiffLabels, DiffLegend, REMOVED_STYLE } from "./diff-legend.tsx";
import { PlainText, TextPair } from "./text-pair.tsx";
import { type NoChanges, type WordChange, wordChanges } from "./word-changes.ts";

export type WordDiffProps = DiffLabels & {
  before: string;
  after: string;
  /** `merged` is one text with both marks; `split` shows each text with its own. Without a choice, the one that is easier to read. */
  layout?: "merged" | "split";
};

const mergedFromChars = 160;
const mergedFromShared = 0.5;

const excuses: Record<NoChanges, string> = {
  "too-long": "These texts are too long to compare word by word, so both are shown whole.",
  "too-different": "These texts share too little to compare word by word, so both are shown whole.",
};

/** Two texts with the words that differ marked. Hostile and huge texts are safe: they are text, and the work is bounded. */
export function WordDiff({ before, after, layout, ...labels }: WordDiffProps) {
  const changes = wordChanges(before, after);
  if (typeof changes === "string") {
    return (
      <div className="flex flex-col gap-3">
        <Alert>{excuses[changes]}</Alert>
        <TextPair {...labels} before={<PlainText text={before} />} after={<PlainText text={after} />} />
      </div>
    );
  }
  if (changes.every((change) => change.type === "same")) {
    return <SameText text={after} {...labels} />;
  }
  const chosen = layout ?? fittingLayout(changes, Math.max(before.length, after.length));
  return (
    <div className="flex flex-col gap-2">
      {chosen === "merged" ? (
        <div className="untrusted-text rounded-md border bg-raised px-3 py-2 text-sm">
          <Changes changes={changes} />
        </div>
      ) : (
        <TextPair
          {...labels}
          before={
            before === "" ? (
              <PlainText text="" />
            ) : (
              <Changes changes={changes.filter((one) => one.type !== "added")} />
            )
          }
          after={
            after === "" ? (
              <PlainText text="" />
            ) : (
              <Changes changes={changes.filter((one) => one.type !== "removed")} />
            )
          }
        />
      )}
      <DiffLegend {...labels} />
    </div>
  );
}

/** One text with both marks is easier to follow, as long as most of it is shared. */
function fittingLayout(changes: readonly WordChange[], longerChars: number): "merged" | "split" {
  const shared = changes.reduce((sum, one) => sum + (one.type === "same" ? one.text.length : 0), 0);
  return longerChars >= mergedFromChars && shared / longerChars >= mergedFromShared ? "merged" : "split";
}

function Changes({ changes }: { changes: readonly WordChange[] }) {
  return changes.map((change, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never reorder
    <Change key={index} {...change} />
  ));
}

function Change({ type, text }: WordChange) {
  switch (type) {
    case "same":
      return text;
    case "removed":
      return <del className={REMOVED_STYLE}>{text}</del>;
    case "added":
      return <ins className={ADDED_STYLE}>{text}</ins>;
  }
}

function SameText({ text, beforeLabel, afterLabel }: DiffLabels & { text: string }) {
  return (
    <div className="flex flex-col gap-2">
      <div className="untrusted-text rounded-md border bg-raised px-3 py-2 text-sm">
        <PlainText text={text} />
      </div>
      <p className="text-muted text-xs">
        No difference between {beforeLabel} and {afterLabel}.
      </p>
    </div>
  );
}
