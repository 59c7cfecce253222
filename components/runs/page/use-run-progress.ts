"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { LiveRun } from "#lib/runs/sight/get-live-run.ts";

type Live = { progress: LiveRun; receivedAt: number | null; connected: boolean };

const graceMs = 4_000;
const retryMs = 3_000;

/** The progress of a run as the server tells it. When its state changes, the page is asked for again: its controls, and at the end its scorecard. */
export function useRunProgress(runId: string, initial: LiveRun): Live {
  const router = useRouter();
  const [live, setLive] = useState<Live>({ progress: initial, receivedAt: null, connected: true });
  const { ended, state } = initial;
  const shownState = useRef(state);
  useEffect(() => {
    shownState.current = state;
  }, [state]);

  useEffect(() => {
    if (ended) return;
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let grace: ReturnType<typeof setTimeout> | undefined;

    function connect() {
      source = new EventSource(`/api/v1/runs/${runId}/events`);
      source.onopen = () => {
        clearTimeout(grace);
        grace = undefined;
        setLive((old) => ({ ...old, connected: true }));
      };
      source.onmessage = (event: MessageEvent<string>) => {
        // The route and this page are built together, so the shape is known.
        const progress = JSON.parse(event.data) as LiveRun;
        setLive({ progress, receivedAt: performance.now(), connected: true });
        if (progress.ended) source?.close();
        if (progress.state === shownState.current) return;
        shownState.current = progress.state;
        router.refresh();
      };
      source.onerror = () => {
        grace ??= setTimeout(() => setLive((old) => ({ ...old, connected: false })), graceMs);
        // The browser comes back by itself unless the answer was a refusal.
        if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, retryMs);
      };
    }

    connect();
    return () => {
      source?.close();
      clearTimeout(retry);
      clearTimeout(grace);
    };
  }, [runId, ended, router]);

  return live;
}
