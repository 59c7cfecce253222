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

const noGrades = { grades: [], failure: null };

export type LiveGrades = {
  grades: readonly TriedGrade[];
  failure: ActionFailure | null;
  /** What is shown belongs to an earlier text. */
  waiting: boolean;
  /** Asks now. */
  ask: () => void;
};

/**
 * Grades on the server once typing pauses, or `when` asked: for graders that call somebody. Only the answer to the latest text is shown,
 * whatever order answers come in.
 */
export function useLiveGrades(
  request: TryGraderInput,
  tryGrader: TryActions["tryGrader"],
  when: "typing-pauses" | "asked",
): LiveGrades {
  const [state, setState] = useState<{ grades: readonly TriedGrade[]; failure: ActionFailure | null }>({
    grades: [],
    failure: null,
  });
  const [shownKey, setShownKey] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ key: string } | null>(null);
  const latest = useRef(request);
  latest.current = request;
  const key = JSON.stringify(request);

  useEffect(() => {
    if (when === "asked" && asked?.key !== key) return;
    let outdated = false;
    const timer = setTimeout(
      async () => {
        const result = await tryGrader(latest.current).catch(() => unreachable);
        if (outdated) return;
        setState(result.ok ? { grades: result.value, failure: null } : { grades: [], failure: result });
        setShownKey(key);
      },
      when === "asked" ? 0 : TYPING_PAUSE_MS,
    );
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [key, tryGrader, when, asked]);

  const ask = () => {
    setShownKey(null);
    setAsked({ key });
  };
  const isAsked = when === "typing-pauses" || asked?.key === key;
  const isShown = shownKey === key;
  return { ...(when === "asked" && !isShown ? noGrades : state), waiting: isAsked && !isShown, ask };
}
