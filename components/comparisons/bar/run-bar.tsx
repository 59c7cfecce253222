"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { mostRuns } from "#lib/comparisons/cases/compared-case-params.ts";
import { compareHref } from "../compare-href.ts";
import { moved } from "./moved.ts";
import { RunPicker } from "./run-picker.tsx";
import { type BarRun, RunToken } from "./run-token.tsx";

export type RunBarProps = {
  /** In the order of the address: the first is the baseline. */
  runs: readonly BarRun[];
  dataset: { id: string; name: string };
};

/** What stays in the address when the runs change: how is judged, not which cases were looked at. */
const kept = ["grader", "margin", "sort"] as const;

/** The runs that are compared. Drag them, or move them with the arrow keys; the first one is the baseline of all others. */
export function RunBar({ runs, dataset }: RunBarProps) {
  const router = useRouter();
  const params = useSearchParams();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const ids = runs.map(({ id }) => id);

  function show(next: readonly string[]) {
    const rest = Object.fromEntries(
      kept.flatMap((name) => (params.has(name) ? [[name, params.get(name) ?? ""]] : [])),
    );
    router.push(compareHref(next, rest), { scroll: false });
  }

  function move(from: number, to: number) {
    if (to < 0 || to >= runs.length || from === to) return;
    setSaid(
      `Run ${runs[from]?.number} is now ${to === 0 ? "the baseline" : `number ${to + 1} of ${runs.length}`}.`,
    );
    show(moved(ids, from, to));
  }

  return (
    <section aria-label="Compared runs" className="flex flex-col gap-2">
      <ol className="grid gap-2 [grid-template-columns:repeat(auto-fill,minmax(min(15.5rem,100%),1fr))]">
        {runs.map((run, index) => (
          <li
            key={run.id}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              setDragged(index);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) move(dragged, index);
              setDragged(null);
              setOver(null);
            }}
            className={dragged === index ? "opacity-50" : undefined}
          >
            <RunToken
              run={run}
              isBaseline={index === 0}
              isTarget={over === index && dragged !== index}
              onMove={(step) => move(index, index + step)}
              onMakeBaseline={() => move(index, 0)}
              onRemove={() => show(ids.filter((id) => id !== run.id))}
            />
          </li>
        ))}
        {runs.length < mostRuns && (
          <li className="grid min-h-20 place-items-center rounded-lg border border-strong border-dashed">
            <RunPicker
              text="Add a run"
              label="Run to add"
              runIds={ids}
              place={ids.length}
              dataset={dataset}
              variant="ghost"
            />
          </li>
        )}
      </ol>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </section>
  );
}
