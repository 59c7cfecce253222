"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Action } from "#components/ui/use-action.ts";
import type { JudgeChoices } from "#lib/graders/listing/list-judge-choices.ts";
import type { ScoredPair, ScorePairsInput } from "#lib/graders/trying/score-pairs.ts";

export type MeaningChoices = JudgeChoices & {
  /** Null where nothing can be changed. */
  makeSecret: Action<void, { id: string; secret: string }> | null;
  scorePairs: Action<ScorePairsInput, ScoredPair[]> | null;
};

const nothing: MeaningChoices = { models: [], connections: [], makeSecret: null, scorePairs: null };
const ChoicesContext = createContext<MeaningChoices>(nothing);

/** What forms of graders that ask somebody choose from. */
export function MeaningChoicesProvider({
  choices,
  children,
}: {
  choices: MeaningChoices;
  children: ReactNode;
}) {
  return <ChoicesContext value={choices}>{children}</ChoicesContext>;
}

export function useMeaningChoices(): MeaningChoices {
  return useContext(ChoicesContext);
}
