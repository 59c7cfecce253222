"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import type { Page } from "#lib/pagination/page.ts";
import { useLatest } from "./use-latest.ts";

/** The first page of rows, which came with the document, and the query that it answers. */
export type FirstPage<Row> = { query: string; page: RowPage<Row> };

type RowPage<Row> = Page<Row> & { total?: number | null };

export type PagedRowsOptions<Row> = {
  /** The route that answers with one page of rows. */
  path: string;
  /** Filters and order; until it is answered, the table shows the rows of the query before, as such. */
  query: string;
  start: FirstPage<Row>;
  pageSize?: number;
  /** Reads the shown rows again while the work goes on and no more than `upToRows` are shown. */
  live?: { everyMs: number; upToRows: number; goesOn: (rows: readonly Row[]) => boolean };
  /** Restores what JSON cannot carry. */
  revive?: (row: Row) => Row;
};

type List<Row> = {
  query: string;
  rows: readonly Row[];
  nextCursor: string | null;
  total: number;
  state: "ready" | "loading" | "loading-more";
  error: string | null;
};

const mostRowsOfPage = 500;

/**
 * The rows of a query, read page by page as they are scrolled to. A new query, a reload and a newer document each
 * abort the read before them. After an error, `loadMore` tries the same read again; a quiet read in the background
 * that fails leaves the rows as they are.
 */
export function usePagedRows<Row>({
  path,
  query,
  start,
  pageSize = 100,
  live,
  revive,
}: PagedRowsOptions<Row>) {
  const [list, setList] = useState<List<Row>>(() => listOf(start));
  const running = useRef<AbortController | null>(null);
  const latestRevive = useLatest(revive);

  const read = useCallback(
    async (cursor: string | null, limit: number, shownAs: List<Row>["state"]) => {
      running.current?.abort();
      const request = new AbortController();
      running.current = request;
      setList((old) => ({ ...old, state: shownAs, error: null }));
      try {
        const paging = new URLSearchParams({ limit: String(limit), ...(cursor !== null && { cursor }) });
        const page = await fetchJson<RowPage<Row>>(`${path}?${query}&${paging}`, request.signal);
        const rows = latestRevive.current ? page.items.map(latestRevive.current) : page.items;
        setList((old) => ({
          query,
          rows: cursor === null ? rows : [...old.rows, ...rows],
          nextCursor: page.nextCursor,
          total: page.total ?? old.total,
          state: "ready",
          error: null,
        }));
      } catch (error) {
        if (request.signal.aborted) return;
        const message = error instanceof Error ? error.message : "The rows could not be read. Try again.";
        setList((old) => ({ ...old, state: "ready", error: shownAs === "ready" ? null : message }));
      }
    },
    [path, query, latestRevive],
  );

  const isStale = list.query !== query;
  useEffect(() => {
    if (isStale) void read(null, pageSize, "loading");
  }, [isStale, read, pageSize]);
  useEffect(() => () => running.current?.abort(), []);

  const asShown = Math.min(mostRowsOfPage, Math.max(pageSize, list.rows.length));
  const latestStart = useRef(start);
  useEffect(() => {
    if (latestStart.current === start) return;
    latestStart.current = start;
    if (!isStale) void read(null, asShown, "ready");
    else if (start.query === query) {
      running.current?.abort();
      setList(listOf(start));
    }
  }, [start, query, isStale, asShown, read]);

  const keepsUp =
    !isStale &&
    list.state === "ready" &&
    live !== undefined &&
    list.rows.length <= live.upToRows &&
    live.goesOn(list.rows);
  const everyMs = keepsUp ? live.everyMs : null;
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void read(null, asShown, "ready");
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, asShown, read]);

  const rows = isStale ? [] : list.rows;
  const hasMore = !isStale && list.nextCursor !== null;
  const loadMore = () => {
    if (list.state === "ready") void read(isStale ? null : list.nextCursor, pageSize, "loading-more");
  };
  return {
    rows,
    hasMore,
    loadMore,
    total: list.total,
    /** After a change: as many rows as are shown, up to the most that one page may have. */
    reload: () => void read(null, asShown, "loading-more"),
    /** For the DataTable that shows them. */
    table: {
      // After an error the old rows would pass for the new ones.
      rows: isStale && list.error !== null ? [] : list.rows,
      hasMore,
      loading: isStale ? list.error === null : list.state === "loading",
      loadingMore: list.state === "loading-more",
      loadMoreError: list.error,
      onEndReached: loadMore,
    },
  };
}

function listOf<Row>({ query, page }: FirstPage<Row>): List<Row> {
  const { items: rows, nextCursor, total } = page;
  return { query, rows, nextCursor, total: total ?? rows.length, state: "ready", error: null };
}
