"use client";

import { Command } from "cmdk";
import { useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import { formatPercent } from "#components/ui/format/format-percent.ts";
import type { Page } from "#lib/pagination/page.ts";
import type { RunRow } from "#lib/runs/list-runs.ts";

export type RunChoicesProps = {
  label: string;
  dataset?: { id: string; name: string } | null;
  /** Runs that are not offered. */
  without: readonly string[];
  onChoose: (runId: string) => void;
};

type Choices = { query: string; runs: RunRow[]; error: string | null };

/** A searchable list of runs, with its search box focused. */
export function RunChoices({ label, dataset, without, onChoose }: RunChoicesProps) {
  const [search, setSearch] = useState("");
  const [choices, setChoices] = useState<Choices | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const query = new URLSearchParams({
    limit: "40",
    ...(search.trim() !== "" && { q: search.trim() }),
    ...(dataset && { dataset: dataset.id }),
  }).toString();

  useEffect(() => input.current?.focus(), []);

  useEffect(() => {
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
  }, [query]);

  const offered = (choices?.runs ?? []).filter((run) => !without.includes(run.id));
  const isCurrent = choices?.query === query;
  return (
    <Command label={label} shouldFilter={false} loop>
      <Command.Input
        ref={input}
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
            {isCurrent ? `No other run${dataset ? ` on ${dataset.name}` : ""} matches.` : "Looking for runs…"}
          </Command.Empty>
        )}
        {offered.map((run) => (
          <Command.Item
            key={run.id}
            value={run.id}
            onSelect={onChoose}
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
  );
}
