"use client";

import { Command } from "cmdk";
import { ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { fetchJson } from "#components/ui/fetch-json.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import { Popover } from "#components/ui/overlay/popover.tsx";
import type { Page } from "#lib/pagination/page.ts";
import type { RunRow } from "#lib/runs/list-runs.ts";
import { compareHref } from "../compare-href.ts";

export type RunPickerProps = {
  /** On the button: "Choose the baseline", "Change". */
  text: string;
  /** Names the list for screen readers. */
  label: string;
  /** The runs of the address; the chosen one is put at `place`. */
  runIds: readonly string[];
  place: number;
  /** Offers only runs of this dataset: others share no cases. */
  dataset?: { id: string; name: string } | null;
  variant?: "primary" | "secondary" | "ghost";
};

type Choices = { query: string; runs: RunRow[]; error: string | null };

/** Opens a searchable list of runs; choosing one leads to the address with it. */
export function RunPicker({ text, label, runIds, place, dataset, variant = "secondary" }: RunPickerProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const [choices, setChoices] = useState<Choices | null>(null);
  const query = new URLSearchParams({
    limit: "40",
    ...(search.trim() !== "" && { q: search.trim() }),
    ...(dataset && { dataset: dataset.id }),
  }).toString();

  useEffect(() => {
    if (!open) return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      fetchJson<Page<RunRow>>(`/api/v1/runs?${query}`, request.signal)
        .then((page) => setChoices({ query, runs: page.items, error: null }))
        .catch((error: unknown) => {
          if (request.signal.aborted) return;
          setChoices({
            query,
            runs: [],
            error: error instanceof Error ? error.message : "The runs could not be read.",
          });
        });
    }, 150);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [open, query]);

  function choose(runId: string) {
    const next = [...runIds];
    next[place] = runId;
    setOpen(false);
    router.push(compareHref([...new Set(next)]));
  }

  const offered = (choices?.runs ?? []).filter((run) => !runIds.includes(run.id));
  const isCurrent = choices?.query === query;
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      className="w-96 p-0"
      trigger={
        <Button variant={variant} size="sm" aria-label={`${text}: ${label}`}>
          {text}
          <ChevronsUpDown aria-hidden />
        </Button>
      }
    >
      <Command label={label} shouldFilter={false} loop>
        <Command.Input
          value={search}
          onValueChange={setSearch}
          placeholder="Search model, dataset or run number…"
          className="h-10 w-full border-b bg-transparent px-3 text-sm outline-none"
        />
        <Command.List className="max-h-80 overflow-y-auto p-1">
          {choices?.error && isCurrent ? (
            <p role="alert" className="px-3 py-6 text-center text-negative text-sm">
              {choices.error}
            </p>
          ) : (
            <Command.Empty className="px-3 py-6 text-center text-muted text-sm">
              {isCurrent
                ? `No other run${dataset ? ` on ${dataset.name}` : ""} matches.`
                : "Looking for runs…"}
            </Command.Empty>
          )}
          {offered.map((run) => (
            <Command.Item
              key={run.id}
              value={run.id}
              onSelect={choose}
              className="flex cursor-default items-baseline gap-2 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-hover"
            >
              <span className="tabular w-12 shrink-0 font-medium">{run.number}</span>
              <span className="min-w-0 flex-1">
                <span className="block truncate">
                  {run.model.name} <span className="text-faint text-xs">v{run.model.version}</span>
                </span>
                <span className="block truncate text-muted text-xs">
                  {run.dataset.name} v{run.dataset.version}
                </span>
              </span>
              <span className="tabular shrink-0 text-muted text-xs">
                {run.passRate ? formatPercent(run.passRate.estimate) : run.state}
              </span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Popover>
  );
}
