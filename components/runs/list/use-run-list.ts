"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { Page } from "#lib/pagination/page.ts";
import type { RunRow } from "#lib/runs/list-runs.ts";
import { hasEnded } from "#lib/runs/run-state.ts";

export type RunListStart = { query: string; page: Page<RunRow> };

type RunList = {
  query: string;
  rows: RunRow[];
  nextCursor: string | null;
  state: "ready" | "loading" | "loading-more";
  error: string | null;
};

const pageSize = 50;
const largestPage = 500;
const refreshMs = 2_000;

/** The runs of an address, read page by page as they are scrolled to, and again every two seconds while one of them is running. */
export function useRunList(query: string, start: RunListStart) {
  const [list, setList] = useState<RunList>(() => ({
    query: start.query,
    rows: start.page.items,
    nextCursor: start.page.nextCursor,
    state: "ready",
    error: null,
  }));
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (cursor: string | null, limit: number, mode: RunList["state"]) => {
      running.current?.abort();
      const request = new AbortController();
      running.current = request;
      setList((old) => ({ ...old, state: mode, error: null }));
      try {
        const paging = new URLSearchParams({ limit: String(limit), ...(cursor !== null && { cursor }) });
        const page = await fetchJson<Page<RunRow>>(`/api/v1/runs?${query}&${paging}`, request.signal);
        const rows = page.items.map(withDates);
        setList((old) => ({
          query,
          rows: cursor === null ? rows : [...old.rows, ...rows],
          nextCursor: page.nextCursor,
          state: "ready",
          error: null,
        }));
      } catch (error) {
        if (request.signal.aborted) return;
        const message = error instanceof Error ? error.message : "The runs could not be read.";
        setList((old) => ({ ...old, state: "ready", error: mode === "ready" ? null : message }));
      }
    },
    [query],
  );

  const isStale = list.query !== query;
  useEffect(() => {
    if (isStale) void read(null, pageSize, "loading");
  }, [isStale, read]);
  useEffect(() => () => running.current?.abort(), []);

  const isLive = !isStale && list.state === "ready" && list.rows.some((run) => !hasEnded(run.state));
  const shown = list.rows.length;
  useEffect(() => {
    if (!isLive) return;
    const timer = setInterval(() => {
      const limit = Math.min(largestPage, Math.max(pageSize, shown));
      if (document.visibilityState === "visible") void read(null, limit, "ready");
    }, refreshMs);
    return () => clearInterval(timer);
  }, [isLive, shown, read]);

  return {
    rows: isStale && list.error === null ? [] : list.rows,
    hasMore: list.nextCursor !== null,
    loading: list.state === "loading" || (isStale && list.error === null),
    loadingMore: list.state === "loading-more",
    error: list.error,
    loadMore: () => {
      if (list.state === "ready") void read(isStale ? null : list.nextCursor, pageSize, "loading-more");
    },
  };
}

/** JSON has no dates. */
function withDates(run: RunRow): RunRow {
  return {
    ...run,
    createdAt: new Date(run.createdAt),
    startedAt: run.startedAt && new Date(run.startedAt),
    finishedAt: run.finishedAt && new Date(run.finishedAt),
  };
}
