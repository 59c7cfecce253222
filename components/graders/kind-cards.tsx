import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { Section } from "#components/ui/layout/section.tsx";
import type { KindOption } from "#lib/graders/listing/kind-option.ts";
import { families } from "./families.ts";

/** Every kind of grader with its explanation, by family; a card leads to its form. */
export function KindCards({ kinds }: { kinds: readonly KindOption[] }) {
  const offered = families.filter(({ family }) => kinds.some((kind) => kind.family === family));
  return (
    <div className="flex flex-col gap-7">
      {offered.map(({ family, title, text }) => (
        <Section key={family} title={title} description={text}>
          <ul className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
            {kinds
              .filter((kind) => kind.family === family)
              .map((kind) => (
                <li key={kind.kind} className="flex min-w-0">
                  <Link
                    href={`/graders/new?kind=${kind.kind}`}
                    className="flex w-full min-w-0 flex-col gap-1 rounded-lg border bg-surface p-3.5 shadow-card transition-colors hover:border-strong hover:bg-hover"
                  >
                    <span className="flex flex-wrap items-center gap-2 font-medium text-sm">
                      {kind.label}
                      {!kind.needsExpected && <Badge tone="outline">no expected value needed</Badge>}
                    </span>
                    <span className="text-muted text-xs">{kind.explanation}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
