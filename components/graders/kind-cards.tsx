"use client";

import Link from "next/link";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { SearchInput } from "#components/ui/form/search-input.tsx";
import { Section } from "#components/ui/layout/section.tsx";
import type { KindOption } from "#lib/graders/listing/kind-option.ts";
import { families } from "./families.ts";

type Card = Pick<KindOption, "kind" | "family" | "label" | "explanation" | "needsExpected">;

/** Every kind of grader with its explanation, by family, narrowed by what is typed; a card leads to its form. */
export function KindCards({ kinds }: { kinds: readonly Card[] }) {
  const [query, setQuery] = useState("");
  const words = query.trim().toLowerCase().split(/\s+/);
  const found = kinds.filter(({ label, explanation, kind }) => {
    const text = `${label} ${explanation} ${kind}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const offered = families.filter(({ family }) => found.some((kind) => kind.family === family));
  return (
    <div className="flex flex-col gap-7">
      <SearchInput
        label="Find a kind of grader"
        placeholder={`Search ${kinds.length} kinds`}
        debounceMs={0}
        value={query}
        onValueChange={setQuery}
      />
      {offered.length === 0 && (
        <p className="text-muted text-sm" role="status">
          No kind speaks of “{query}”. “Custom JavaScript” and “Judge with a rubric” can check nearly
          anything.
        </p>
      )}
      {offered.map(({ family, title, text }) => (
        <Section key={family} title={title} description={text}>
          <ul className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
            {found
              .filter((kind) => kind.family === family)
              .map((kind) => (
                <KindCard key={kind.kind} kind={kind} />
              ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}

function KindCard({ kind: { kind, label, explanation, needsExpected } }: { kind: Card }) {
  return (
    <li className="flex min-w-0">
      <Link
        href={`/graders/new?kind=${kind}`}
        className="flex w-full min-w-0 flex-col gap-1 rounded-lg border bg-surface p-3.5 shadow-card transition-colors hover:border-strong hover:bg-hover"
      >
        <span className="flex flex-wrap items-center gap-2 font-medium text-sm">
          {label}
          {!needsExpected && <Badge tone="outline">no expected value needed</Badge>}
        </span>
        <span className="text-muted text-xs">{explanation}</span>
      </Link>
    </li>
  );
}
