import { diffLines, diffWordsWithSpace } from "diff";

/** Long texts that differ everywhere take quadratic time; after this long the whole text counts as replaced. */
const TIMEOUT_MS = 300;

type Part = { value: string; added: boolean; removed: boolean };
export type TextDiffProps = { before: string; after: string; unit: "words" | "lines" };

/** What was taken out and what was put in, in running text. Marked by form as well as colour. */
export function TextDiff({ before, after, unit }: TextDiffProps) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
      tabIndex={0}
      className="max-h-96 overflow-auto whitespace-pre-wrap break-words font-mono text-xs leading-5"
    >
      {differences(before, after, unit).map((part, index) => {
        const Tag = part.added ? "ins" : part.removed ? "del" : "span";
        const style = part.added
          ? "bg-accent-soft decoration-accent"
          : part.removed
            ? "text-muted"
            : undefined;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a finished diff have no identity of their own
          <Tag key={index} className={style}>
            {part.value}
          </Tag>
        );
      })}
    </pre>
  );
}

function differences(before: string, after: string, unit: TextDiffProps["unit"]): readonly Part[] {
  const options = { timeout: TIMEOUT_MS };
  const parts =
    unit === "words" ? diffWordsWithSpace(before, after, options) : diffLines(before, after, options);
  return (
    parts ?? [
      { value: before, added: false, removed: true },
      { value: after, added: true, removed: false },
    ]
  );
}
