import type { ComparedGrader } from "../compared-run.ts";

/** What a version of a grader is set to. */
export type GraderSettings = { id: string; number: number } & Readonly<Record<string, unknown>>;

export type GraderChange = {
  graderId: string;
  name: string;
  /** Null where the run does not have the grader. */
  a: { number: number; settings: object } | null;
  b: { number: number; settings: object } | null;
};

/** Graders that only one of two runs has, or both in another version; in the order of the runs. */
export function graderChanges(
  ofA: readonly ComparedGrader[],
  ofB: readonly ComparedGrader[],
  versions: readonly GraderSettings[],
): GraderChange[] {
  const names = new Map([...ofA, ...ofB].map(({ graderId, name }) => [graderId, name]));
  const sideOf = (graders: readonly ComparedGrader[], graderId: string) => {
    const grader = graders.find((one) => one.graderId === graderId);
    const version = versions.find(({ id }) => id === grader?.graderVersionId);
    if (version === undefined) return null;
    const { id: _id, number, ...settings } = version;
    return { number, settings };
  };
  return [...names].flatMap(([graderId, name]) => {
    const a = sideOf(ofA, graderId);
    const b = sideOf(ofB, graderId);
    return a?.number === b?.number ? [] : [{ graderId, name, a, b }];
  });
}
