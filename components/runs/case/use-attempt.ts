"use client";

import { useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { AttemptLabels } from "#lib/review/labels/list-attempt-labels.ts";
import type { FailureModeCount } from "#lib/review/labels/list-failure-modes.ts";
import type { AttemptDetail } from "#lib/runs/get-attempt.ts";
import type { AttemptRef, NeighbourAttempts } from "#lib/runs/neighbour-attempts.ts";

export type OpenedAttempt = {
  attempt: AttemptDetail;
  neighbours: NeighbourAttempts | null;
  labels: AttemptLabels;
  failureModes: FailureModeCount[];
};

type Loaded = { address: string; opened: OpenedAttempt | null; error: string | null };

const maxKept = 30;

/** One attempt with its neighbours. The next one is read ahead, so that going through failures does not wait. */
export function useAttempt(runId: string, which: AttemptRef, query: string) {
  const address = addressOf(runId, which, query);
  const kept = useRef(new Map<string, OpenedAttempt>());
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [round, setRound] = useState(0);
  // Cases that were read ahead do not know them yet.
  const [newModes, setNewModes] = useState<readonly string[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again after an error
  useEffect(() => {
    const request = new AbortController();
    const read = async (from: string) => {
      const known = kept.current.get(from);
      if (known !== undefined) return known;
      const opened = await fetchJson<OpenedAttempt>(from, request.signal);
      if (kept.current.size >= maxKept) kept.current.clear();
      kept.current.set(from, opened);
      return opened;
    };
    void (async () => {
      try {
        const opened = await read(address);
        if (request.signal.aborted) return;
        setLoaded({ address, opened, error: null });
        const next = opened.neighbours?.next;
        if (next) await read(addressOf(runId, next, query)).catch(() => undefined);
      } catch (error) {
        if (request.signal.aborted) return;
        const message = error instanceof Error ? error.message : "The case could not be read.";
        setLoaded({ address, opened: null, error: message });
      }
    })();
    return () => request.abort();
  }, [address, runId, query, round]);

  const isCurrent = loaded?.address === address;
  return {
    /** What is shown; while another case is on its way, still the one before. */
    opened: loaded?.opened ?? null,
    loading: !isCurrent,
    error: isCurrent ? loaded.error : null,
    /** After somebody judged the attempt at this address, which may not be the one that is shown any more. */
    keepLabels: (at: string, labels: AttemptLabels) => {
      const mode = labels.mine?.failureMode ?? null;
      if (mode !== null) setNewModes((old) => (old.includes(mode) ? old : [...old, mode]));
      const known = kept.current.get(at);
      if (known !== undefined) kept.current.set(at, { ...known, labels });
      setLoaded((old) =>
        old?.address === at && old.opened !== null ? { ...old, opened: { ...old.opened, labels } } : old,
      );
    },
    address: loaded?.address ?? address,
    failureModes: withNew(loaded?.opened?.failureModes ?? [], newModes),
    retry: () => {
      setLoaded(null);
      setRound((old) => old + 1);
    },
  };
}

function withNew(known: readonly FailureModeCount[], names: readonly string[]): FailureModeCount[] {
  const added = names.filter((name) => known.every((mode) => mode.name !== name));
  return [...known, ...added.map((name) => ({ name, count: 1 }))];
}

function addressOf(runId: string, { key, repetition }: AttemptRef, query: string): string {
  const which = new URLSearchParams({ case: key, repetition: String(repetition) });
  return `/api/v1/runs/${runId}/attempt?${query}&${which}`;
}
