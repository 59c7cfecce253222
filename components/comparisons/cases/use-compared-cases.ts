"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { ComparedCasePage, ComparedCaseRow } from "#lib/comparisons/cases/list-compared-cases.ts";

export type ComparedCasesStart = { query: string; page: ComparedCasePage };

type List = {
  query: string;
  rows: ComparedCaseRow[];
  nextCursor: string | null;
  total: number;
  state: "ready" | "loading" | "loading-more";
  error: string | null;
};

/** The cases of an address, read page by page as they are scrolled to. The first page came with the document. */
export function useComparedCases(query: string, start: ComparedCasesStart) {
  const [list, setList] = useState<List>(() => ({
    query: start.query,
    rows: start.page.items,
    nextCursor: start.page.nextCursor,
    total: start.page.total ?? start.page.items.length,
    state: "ready",
    error: null,
  }));
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (cursor: string | null) => {
      running.current?.abort();
      const request = new AbortController();
      running.current = request;
      setList((old) => ({ ...old, state: cursor === null ? "loading" : "loading-more", error: null }));
      try {
        const paging = new URLSearchParams({ limit: "100", ...(cursor !== null && { cursor }) });
        const page = await fetchJson<ComparedCasePage>(
          `/api/v1/comparisons/cases?${query}&${paging}`,
          request.signal,
        );
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
        const message = error instanceof Error ? error.message : "The cases could not be read. Try again.";
        setList((old) => ({ ...old, state: "ready", error: message }));
      }
    },
    [query],
  );

  const isStale = list.query !== query;
  useEffect(() => {
    if (isStale) void read(null);
  }, [isStale, read]);
  useEffect(() => () => running.current?.abort(), []);

  return {
    rows: isStale ? [] : list.rows,
    total: isStale ? null : list.total,
    hasMore: isStale || list.nextCursor !== null,
    loading: isStale && list.error === null,
    loadingMore: list.state === "loading-more",
    error: list.error,
    loadMore: () => {
      if (list.state === "ready") void read(isStale ? null : list.nextCursor);
    },
  };
}
