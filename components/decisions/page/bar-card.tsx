import { Card } from "#components/ui/layout/card.tsx";
import type { Bar } from "#lib/decisions/bar/bar-schema.ts";
import { barWords } from "#lib/decisions/bar/bar-words.ts";

/** The bar as it was set. */
export function BarCard({ bar }: { bar: Bar }) {
  const lines = barWords(bar);
  return (
    <Card title="The bar">
      {lines.length === 0 ? (
        <p className="text-muted text-sm">No bar was set.</p>
      ) : (
        <ul className="tabular flex list-disc flex-col gap-0.5 pl-4 text-sm">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
