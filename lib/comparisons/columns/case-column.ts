import { outcomeCodes, type RunOutcomes } from "#lib/outcomes/run-outcomes.ts";
import { stateCodes } from "../rules/case-state.ts";

/** One run by case: every case counts once, whatever the number of its attempts. */
export type CaseColumn = {
  caseNumbers: Int32Array;
  /** Codes of `stateCodes`. */
  states: Uint8Array;
  /** Share of the scored attempts that passed; NaN where none was scored. */
  rates: Float64Array;
};

// Outcomes are never changed in place, so what was computed from them holds as long as they do.
const columnsOf = new WeakMap<RunOutcomes, Map<string, CaseColumn>>();

/** A run collapsed over its repetitions, by the verdicts of its attempts or by those of one grader version. */
export function caseColumn(outcomes: RunOutcomes, graderVersionId: string | null = null): CaseColumn {
  const known = columnsOf.get(outcomes) ?? new Map<string, CaseColumn>();
  columnsOf.set(outcomes, known);
  const key = graderVersionId ?? "";
  const column = known.get(key) ?? collapse(outcomes, graderVersionId);
  known.set(key, column);
  return column;
}

function collapse(outcomes: RunOutcomes, graderVersionId: string | null): CaseColumn {
  const { caseNumbers, repetitions } = outcomes;
  const states = new Uint8Array(caseNumbers.length);
  const rates = new Float64Array(caseNumbers.length);
  const codes = attemptCodes(outcomes, graderVersionId);
  const counts = new Int32Array(5);
  for (let place = 0; place < caseNumbers.length; place += 1) {
    counts.fill(0);
    for (let attempt = place * repetitions; attempt < (place + 1) * repetitions; attempt += 1) {
      const code = codes[attempt] ?? outcomeCodes.missing;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const passed = counts[outcomeCodes.passed] ?? 0;
    const scored = passed + (counts[outcomeCodes.failed] ?? 0);
    rates[place] = scored === 0 ? Number.NaN : passed / scored;
    states[place] = scored === 0 ? unjudged(counts) : judged(passed, scored);
  }
  return { caseNumbers, states, rates };
}

function judged(passed: number, scored: number): number {
  if (passed === scored) return stateCodes.passed;
  return passed === 0 ? stateCodes.failed : stateCodes.mixed;
}

function unjudged(counts: Int32Array): number {
  if ((counts[outcomeCodes.errored] ?? 0) > 0) return stateCodes.errored;
  return (counts[outcomeCodes.unscored] ?? 0) > 0 ? stateCodes.unscored : stateCodes.missing;
}

/** A grader gives no grade on an error, so an attempt without a grade is errored where the attempt is. */
function attemptCodes({ verdicts, graders }: RunOutcomes, graderVersionId: string | null): Uint8Array {
  if (graderVersionId === null) return verdicts;
  const grader = graders.find((candidate) => candidate.graderVersionId === graderVersionId);
  if (grader === undefined) return new Uint8Array(verdicts.length);
  return grader.verdicts.map((code, attempt) => {
    const isErrored = code === outcomeCodes.missing && verdicts[attempt] === outcomeCodes.errored;
    return isErrored ? outcomeCodes.errored : code;
  });
}
