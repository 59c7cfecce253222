"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { CasePage, CaseRow } from "#lib/datasets/cases/list-cases.ts";

export type CaseListStart = { query: string; page: CasePage };

type CaseList = {
  query: string;
  rows: CaseRow[];
  nextCursor: string | null;
  total: number;
  state: "ready" | "loading" | "loading-more";
  error: string | null;
};

const pageSize = 100;
const largestPage = 500;

/** The cases of an address, read page by page as they are scrolled to. The first page came with the document. */
export function useCaseList(datasetId: string, query: string, start: CaseListStart) {
  const [list, setList] = useState<CaseList>(() => ({
    query: start.query,
    rows: start.page.items,
    nextCursor: start.page.nextCursor,
    total: start.page.total ?? start.page.items.length,
    state: "ready",
    error: null,
  }));
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (cursor: string | null, limit: number) => {
      running.current?.abort();
      const request = new AbortController();
      running.current = request;
      setList((old) => ({
        ...old,
        state: cursor === null && old.query !== query ? "loading" : "loading-more",
        error: null,
      }));
      try {
        const paging = new URLSearchParams({ limit: String(limit), ...(cursor !== null && { cursor }) });
        const page = await fetchJson<CasePage>(
          `/api/v1/datasets/${datasetId}/cases?${query}&${paging}`,
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
        const message = error instanceof Error ? error.message : "The cases could not be read.";
        setList((old) => ({ ...old, state: "ready", error: message }));
      }
    },
    [datasetId, query],
  );

  const isStale = list.query !== query;
  useEffect(() => {
    if (isStale) void read(null, pageSize);
  }, [isStale, read]);
  useEffect(() => () => running.current?.abort(), []);

  return {
    rows: isStale && list.error === null ? [] : list.rows,
    total: list.total,
    hasMore: list.nextCursor !== null,
    loading: list.state === "loading" || (isStale && list.error === null),
    loadingMore: list.state === "loading-more",
    error: list.error,
    loadMore: () => {
      if (list.state === "ready") void read(isStale ? null : list.nextCursor, pageSize);
    },
    /** After a change: as many rows as are shown, up to the most that one page may have. */
    reload: () => void read(null, Math.min(largestPage, Math.max(pageSize, list.rows.length))),
  };
}
