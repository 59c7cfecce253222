"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fetchJson } from "#components/ui/fetch-json.ts";
import { useLatest } from "../use-latest.ts";
import type { FirstPage } from "../use-paged-rows.ts";
import { missingBlocks, type SparseRows, sparseRows, withBlock } from "./row-blocks.ts";

export type RowWindowOptions<Row> = {
  /** The route that answers with the rows from `offset` on, and with the total where `offset` is 0. */
  path: string;
  /** Filters and order; until it is answered, the table shows the rows of the query before, as such. */
  query: string;
  start: FirstPage<Row>;
  /** Reads what is in view again while the list grows. */
  liveEveryMs?: number | null;
};

type List<Row> = { query: string; rows: SparseRows<Row>; error: string | null };
type View = { first: number; last: number };

const blockSize = 100;
/** Who drags the scroll bar passes thousands of rows; only those are read at which the view rests. */
const restMs = 40;
/** Who turns the wheel or holds a key goes on in the same direction: rows are read before they come into view. */
const rowsAhead = 60;
const mostReadsAtOnce = 2;

/**
 * The rows of a query, of which only those are read that come into view, wherever in the list that is. A new query and a newer document
 * abort the reads before them.
 */
export function useRowWindow<Row>({ path, query, start, liveEveryMs = null }: RowWindowOptions<Row>) {
  const [list, setList] = useState<List<Row>>(() => listOf(start));
  const latest = useLatest(list);
  const view = useRef<View>({ first: 0, last: 0 });
  const running = useRef(new Map<number, AbortController>());
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const abortAll = useCallback(() => {
    clearTimeout(rest.current);
    for (const request of running.current.values()) request.abort();
    running.current.clear();
  }, []);
  useEffect(() => abortAll, [abortAll]);

  const readBlock = useCallback(
    async (offset: number) => {
      if (running.current.has(offset)) return;
      const request = new AbortController();
      running.current.set(offset, request);
      const known = latest.current.query === query ? latest.current.rows.length : 0;
      const paging = new URLSearchParams({
        limit: String(blockSize),
        offset: String(offset),
        of: String(known),
      });
      try {
        const page = await fetchJson<FirstPage<Row>["page"]>(`${path}?${query}&${paging}`, request.signal);
        setList((old) => {
          const rows = old.query === query ? old.rows : [];
          const total = page.total ?? rows.length;
          return { query, rows: withBlock(rows, { offset, items: page.items, total }), error: null };
        });
      } catch (error) {
        if (request.signal.aborted) return;
        const message = error instanceof Error ? error.message : "The rows could not be read. Try again.";
        setList((old) => ({ ...old, error: message }));
      } finally {
        if (running.current.get(offset) === request) running.current.delete(offset);
      }
    },
    [path, query, latest],
  );

  const isStale = list.query !== query;
  useEffect(() => {
    if (!isStale) return;
    abortAll();
    void readBlock(0);
  }, [isStale, readBlock, abortAll]);

  const latestStart = useRef(start);
  useEffect(() => {
    if (latestStart.current === start) return;
    latestStart.current = start;
    if (start.query !== query) return;
    abortAll();
    setList(listOf(start));
  }, [start, query, abortAll]);

  const readInView = useCallback(() => {
    for (const offset of missingBlocks(latest.current.rows, { ...view.current, size: blockSize })) {
      void readBlock(offset);
    }
  }, [readBlock, latest]);

  // Who scrolled meanwhile is somewhere else than at the top.
  useEffect(() => {
    if (!isStale) readInView();
  }, [isStale, readInView]);

  const onRowsInView = useCallback(
    (first: number, last: number) => {
      const step = first - view.current.first;
      view.current = { first, last };
      clearTimeout(rest.current);
      if (latest.current.query !== query) return;
      const soon = {
        first: step < 0 ? Math.max(0, first - rowsAhead) : first,
        last: step > 0 ? last + rowsAhead : last,
      };
      const missing = missingBlocks(latest.current.rows, { ...soon, size: blockSize });
      const isJump = Math.abs(step) > blockSize;
      for (const offset of isJump ? [] : missing) {
        if (running.current.size < mostReadsAtOnce) void readBlock(offset);
      }
      if (missing.length > 0) rest.current = setTimeout(readInView, restMs);
    },
    [readInView, readBlock, latest, query],
  );

  /** After a change: the top, which tells the new total, and what is in view; the rest when it comes into view. */
  const reload = useCallback(() => {
    abortAll();
    setList((old) => ({ ...old, rows: sparseRows(old.rows.length, []), error: null }));
    void readBlock(0);
    const inView = Math.floor(view.current.first / blockSize) * blockSize;
    for (let offset = inView; offset <= view.current.last; offset += blockSize) {
      if (offset > 0) void readBlock(offset);
    }
  }, [abortAll, readBlock]);

  useEffect(() => {
    if (liveEveryMs === null || isStale) return;
    const timer = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      void readBlock(0);
      const inView = Math.floor(view.current.first / blockSize) * blockSize;
      if (inView > 0) void readBlock(inView);
    }, liveEveryMs);
    return () => clearInterval(timer);
  }, [liveEveryMs, isStale, readBlock]);

  return {
    /** Of the query before, until the new one is answered. */
    total: list.rows.length,
    reload,
    /** For the DataTable that shows them. */
    table: {
      // After an error the old rows would pass for the new ones.
      rows: isStale && list.error !== null ? [] : list.rows,
      loading: isStale && list.error === null,
      loadMoreError: list.error,
      /** "Try again" after an error. */
      onEndReached: isStale ? () => void readBlock(0) : readInView,
      hasMore: false,
      onRowsInView,
    },
  };
}

function listOf<Row>({ query, page }: FirstPage<Row>): List<Row> {
  const { items, total } = page;
  return { query, rows: sparseRows(total ?? items.length, items), error: null };
}
