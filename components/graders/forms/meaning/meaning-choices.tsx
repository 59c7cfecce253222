"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Action } from "#components/ui/use-action.ts";
import type { JudgeChoices } from "#lib/graders/listing/list-judge-choices.ts";
import type { ScoredPair } from "#lib/graders/trying/score-examples.ts";
import type { ScorePairsInput } from "#lib/graders/trying/score-pairs.ts";
import type { LabelledRun } from "#lib/review/thresholds/list-labelled-runs.ts";
import type { ScoreLabelledAnswersInput } from "#lib/review/thresholds/score-labelled-answers.ts";

export type MeaningChoices = JudgeChoices & {
  /** Null where nothing can be changed. */
  makeSecret: Action<void, { id: string; secret: string }> | null;
  scorePairs: Action<ScorePairsInput, ScoredPair[]> | null;
  scoreLabelledAnswers: Action<ScoreLabelledAnswersInput, ScoredPair[]> | null;
  /** Runs of which people have judged answers. */
  labelledRuns: readonly LabelledRun[];
};

const nothing: MeaningChoices = {
  models: [],
  connections: [],
  makeSecret: null,
  scorePairs: null,
  scoreLabelledAnswers: null,
  labelledRuns: [],
};
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
