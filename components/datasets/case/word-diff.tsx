import { diffWordsWithSpace } from "diff";

const maxChars = 20_000;
const timeoutMs = 200;

/** What was taken out and what was put in, word by word. Long or unlike texts are shown one after the other. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const parts =
    before.length + after.length <= maxChars
      ? diffWordsWithSpace(before, after, { timeout: timeoutMs })
      : undefined;
  const shown = parts ?? [
    { value: `${before.slice(0, maxChars)}\n`, removed: true, added: false },
    { value: after.slice(0, maxChars), removed: false, added: true },
  ];
  return (
    <p className="untrusted-text max-h-80 overflow-auto rounded-md border bg-sunken px-3 py-2 font-mono text-xs leading-5">
      {shown.map((part, index) => {
        const key = `${index}-${part.value.length}`;
        if (part.removed) {
          return (
            <del key={key} className="bg-negative-soft text-negative">
              {part.value}
            </del>
          );
        }
        if (part.added) {
          return (
            <ins key={key} className="bg-positive-soft text-positive">
              {part.value}
            </ins>
          );
        }
        return <span key={key}>{part.value}</span>;
      })}
    </p>
  );
}
