import { diffLines, diffWordsWithSpace } from "diff";

/** Long texts that differ everywhere take quadratic time; after this long the whole text counts as replaced. */
const TIMEOUT_MS = 300;

type Part = { value: string; added?: boolean; removed?: boolean };
export type TextDiffProps = { before: string; after: string; unit: "words" | "lines" };

/** What was taken out and what was put in, in running text. Marked by form as well as colour. */
export function TextDiff({ before, after, unit }: TextDiffProps) {
  const diff = unit === "words" ? diffWordsWithSpace : diffLines;
  const parts: readonly Part[] = diff(before, after, { timeout: TIMEOUT_MS }) ?? [
    { value: before, removed: true },
    { value: after, added: true },
  ];
  return (
    <pre className="max-h-96 overflow-auto whitespace-pre-wrap break-words font-mono text-xs leading-5">
      {parts.map((part, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished diff have no identity of their own
        if (part.added)
          return (
            <ins key={index} className="bg-accent-soft decoration-accent">
              {part.value}
            </ins>
          );
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        if (part.removed)
          return (
            <del key={index} className="text-faint">
              {part.value}
            </del>
          );
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return <span key={index}>{part.value}</span>;
      })}
    </pre>
  );
}
