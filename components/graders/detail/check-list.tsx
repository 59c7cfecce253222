export type CheckRow = { name: string; passed: boolean; note: string };

/** Parts of a grade that are right or wrong, such as fields or tests. */
export function CheckList({ label, rows }: { label: string; rows: readonly CheckRow[] }) {
  return (
    <ul aria-label={label} className="flex max-h-56 flex-col overflow-y-auto rounded-md border">
      {rows.map((row, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two tests may have one name, and they never reorder
          key={index}
          className="flex gap-2 border-b px-2.5 py-1.5 text-xs last:border-0"
        >
          <span className={row.passed ? "text-muted" : "font-semibold"}>
            <span aria-hidden>{row.passed ? "✓" : "✗"}</span>
            <span className="sr-only">{row.passed ? "right:" : "wrong:"}</span>
          </span>
          <span className="untrusted-text min-w-0">
            <span className="font-medium font-mono">{row.name}</span> {row.note}
          </span>
        </li>
      ))}
    </ul>
  );
}
