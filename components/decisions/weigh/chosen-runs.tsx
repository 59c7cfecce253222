"use client";

import { ListPlus, X } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Popover } from "#components/ui/overlay/popover.tsx";
import type { Candidate } from "#lib/decisions/board/board-schema.ts";
import { decideHref, type QuestionParams } from "#lib/decisions/question/question-params.ts";

const RunChoices = dynamic(
  async () => (await import("#components/comparisons/bar/run-choices.tsx")).RunChoices,
  { ssr: false },
);

export type ChosenRunsProps = {
  params: QuestionParams;
  candidates: readonly Pick<Candidate, "run" | "model">[];
  dataset: { id: string; name: string };
};

/** Which runs are weighed: the latest of every model, or a list of one's own. */
export function ChosenRuns({ params, candidates, dataset }: ChosenRunsProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const runIds = candidates.map(({ run }) => run.id);
  const hrefOf = (runs: readonly string[]) => decideHref({ ...params, dataset: dataset.id, runs: [...runs] });
  return (
    <div className="flex flex-wrap items-center gap-1.5 print:hidden">
      <span className="text-muted text-xs">
        {params.runs.length === 0 ? "Latest run of every model" : `${candidates.length} chosen runs`}
      </span>
      {params.runs.length > 0 && (
        <LinkButton href={hrefOf([])} size="sm" variant="ghost">
          Latest of every model
        </LinkButton>
      )}
      <Popover
        label="Runs that are weighed"
        open={isOpen}
        onOpenChange={setOpen}
        className="w-80"
        trigger={
          <Button size="sm" variant="ghost">
            Leave out
          </Button>
        }
      >
        <ul className="flex max-h-72 flex-col overflow-y-auto text-sm">
          {candidates.map(({ run, model }) => (
            <li key={run.id} className="flex items-center gap-2 py-0.5">
              <span className="min-w-0 flex-1 truncate">
                {model.name} <span className="text-faint text-xs">run {run.number}</span>
              </span>
              <LinkButton
                href={hrefOf(runIds.filter((id) => id !== run.id))}
                onClick={() => setOpen(false)}
                variant="ghost"
                size="icon-sm"
                aria-label={`Leave out run ${run.number}, ${model.name}`}
                aria-disabled={candidates.length === 1}
              >
                <X aria-hidden />
              </LinkButton>
            </li>
          ))}
        </ul>
      </Popover>
      <Popover
        label={`Runs on ${dataset.name}`}
        open={isAdding}
        onOpenChange={setAdding}
        className="w-96 p-0"
        trigger={
          <Button size="sm" variant="ghost">
            <ListPlus aria-hidden />
            Add a run
          </Button>
        }
      >
        <RunChoices
          label={`Runs on ${dataset.name}`}
          dataset={dataset}
          without={runIds}
          onChoose={(runId) => {
            setAdding(false);
            router.push(hrefOf([...runIds, runId]), { scroll: false });
          }}
        />
      </Popover>
    </div>
  );
}
