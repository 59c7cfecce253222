"use client";

import { useEffect, useRef, useState } from "react";
import type { ActionFailure } from "#components/ui/use-action.ts";
import type { TriedGrade, TryGraderInput } from "#lib/graders/trying/try-grader.ts";
import type { TryActions } from "../grader-actions.ts";

const TYPING_PAUSE_MS = 350;
const unreachable: ActionFailure = {
  ok: false,
  message: "The server could not be reached, so there is no verdict.",
  fields: {},
};

export type LiveGrades = {
  grades: readonly TriedGrade[];
  failure: ActionFailure | null;
  /** What is shown belongs to an earlier text. */
  waiting: boolean;
};

/** Grades on the server once typing pauses. Only the answer to the latest text is shown, whatever order answers come in. */
export function useLiveGrades(request: TryGraderInput, tryGrader: TryActions["tryGrader"]): LiveGrades {
  const [state, setState] = useState<{ grades: readonly TriedGrade[]; failure: ActionFailure | null }>({
    grades: [],
    failure: null,
  });
  const [shownKey, setShownKey] = useState<string | null>(null);
  const latest = useRef(request);
  latest.current = request;
  const key = JSON.stringify(request);

  useEffect(() => {
    let outdated = false;
    const timer = setTimeout(async () => {
      const result = await tryGrader(latest.current).catch(() => unreachable);
      if (outdated) return;
      setState(result.ok ? { grades: result.value, failure: null } : { grades: [], failure: result });
      setShownKey(key);
    }, TYPING_PAUSE_MS);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [key, tryGrader]);

  return { ...state, waiting: shownKey !== key };
}
