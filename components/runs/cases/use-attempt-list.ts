"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { AttemptPage, AttemptRow } from "#lib/runs/list-attempts.ts";

export type AttemptListStart = { query: string; page: AttemptPage };

type AttemptList = {
  query: string;
  rows: AttemptRow[];
  nextCursor: string | null;
  total: number;
  state: "ready" | "loading" | "loading-more";
  error: string | null;
};

const pageSize = 100;
const refreshMs = 4_000;

/** The attempts of an address, read page by page as they are scrolled to. While the run goes on, the first page is kept up to date. */
export function useAttemptList(runId: string, query: string, start: AttemptListStart, isLive: boolean) {
  const [list, setList] = useState<AttemptList>(() => ({
    query: start.query,
    ...contentOf(start.page),
    state: "ready",
    error: null,
  }));
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (cursor: string | null, mode: AttemptList["state"]) => {
      running.current?.abort();
      const request = new AbortController();
      running.current = request;
      setList((old) => ({ ...old, state: mode, error: null }));
      try {
        const paging = new URLSearchParams({ limit: String(pageSize), ...(cursor !== null && { cursor }) });
        const address = `/api/v1/runs/${runId}/attempts?${query}&${paging}`;
        const page = await fetchJson<AttemptPage>(address, request.signal);
        setList((old) => ({
          query,
          rows: cursor === null ? page.items : [...old.rows, ...page.items],
          nextCursor: page.nextCursor,
          total: page.total ?? old.total,
          state: "ready",
          error: null,
        }));
      } catch (error) {
        if (request.signal.aborted) return;
        const message = error instanceof Error ? error.message : "The cases could not be read.";
        setList((old) => ({ ...old, state: "ready", error: mode === "ready" ? null : message }));
      }
    },
    [runId, query],
  );

  const isStale = list.query !== query;
  useEffect(() => {
    if (isStale) void read(null, "loading");
  }, [isStale, read]);
  useEffect(() => () => running.current?.abort(), []);

  // The page was asked for again, because the run has ended.
  const latestStart = useRef(start);
  useEffect(() => {
    if (latestStart.current === start) return;
    latestStart.current = start;
    if (start.query === query) {
      running.current?.abort();
      setList({ query, ...contentOf(start.page), state: "ready", error: null });
    }
  }, [start, query]);

  const keepsUp = isLive && !isStale && list.state === "ready" && list.rows.length <= pageSize;
  useEffect(() => {
    if (!keepsUp) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void read(null, "ready");
    }, refreshMs);
    return () => clearInterval(timer);
  }, [keepsUp, read]);

  return {
    rows: isStale && list.error === null ? [] : list.rows,
    total: list.total,
    hasMore: list.nextCursor !== null,
    loading: list.state === "loading" || (isStale && list.error === null),
    loadingMore: list.state === "loading-more",
    error: list.error,
    loadMore: () => {
      if (list.state === "ready") void read(isStale ? null : list.nextCursor, "loading-more");
    },
  };
}

function contentOf(page: AttemptPage) {
  return { rows: page.items, nextCursor: page.nextCursor, total: page.total ?? page.items.length };
}
