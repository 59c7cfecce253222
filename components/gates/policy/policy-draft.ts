import type { Policy, PolicyInput } from "#lib/gates/policy/policy-schema.ts";

/** A rule that asks for one number, as it is typed. */
export type TypedBar = { on: boolean; text: string };
export type SliceFloor = { dimension: string; value: string; text: string };

const numberRules = [
  "passRate",
  "regression",
  "latencyP95Ms",
  "costPerCaseMicroUsd",
  "withoutVerdictShare",
  "minimumCases",
] as const;
export type NumberRule = (typeof numberRules)[number];

/** A policy while it is typed. */
export type PolicyDraft = Record<NumberRule, TypedBar> & {
  critical: { on: boolean; tag: string };
  slices: SliceFloor[];
};

type Scale = {
  /** What a typed 1 is in the policy. */
  factor: number;
  least: number;
  most: number;
  /** What is offered when the rule is turned on for the first time. */
  usual: string;
  whole?: boolean;
  problem: string;
};

const percent = { factor: 0.01, least: 0, most: 100 };
const scales: Record<NumberRule, Scale> = {
  passRate: { ...percent, usual: "90", problem: "Enter a percentage from 0 to 100." },
  regression: {
    ...percent,
    least: 0.01,
    most: 50,
    usual: "2",
    problem: "Enter points from 0.01 to 50.",
  },
  latencyP95Ms: {
    factor: 1,
    least: 0.001,
    most: 86_400_000,
    usual: "2000",
    problem: "Enter milliseconds above 0.",
  },
  costPerCaseMicroUsd: {
    factor: 1_000,
    least: 0.000001,
    most: 1_000_000,
    usual: "5",
    problem: "Enter dollars above 0.",
  },
  withoutVerdictShare: { ...percent, usual: "1", problem: "Enter a percentage from 0 to 100." },
  minimumCases: {
    factor: 1,
    least: 1,
    most: 10_000_000,
    usual: "200",
    whole: true,
    problem: "Enter a whole number from 1 on.",
  },
};

export function draftOf(policy: Policy | null): PolicyDraft {
  const bar = (name: NumberRule): TypedBar => {
    const value = policy === null ? null : name === "regression" ? policy.regression?.margin : policy[name];
    return value === null || value === undefined
      ? { on: false, text: scales[name].usual }
      : { on: true, text: typed(value / scales[name].factor) };
  };
  return {
    passRate: bar("passRate"),
    regression: bar("regression"),
    latencyP95Ms: bar("latencyP95Ms"),
    costPerCaseMicroUsd: bar("costPerCaseMicroUsd"),
    withoutVerdictShare: bar("withoutVerdictShare"),
    minimumCases: bar("minimumCases"),
    critical: { on: (policy?.critical ?? null) !== null, tag: policy?.critical?.tag ?? "" },
    slices: (policy?.slices ?? []).map(({ passRate, ...slice }) => ({
      ...slice,
      text: typed(passRate / percent.factor),
    })),
  };
}

export type ReadDraft = {
  /** Null while something cannot be read. */
  policy: PolicyInput | null;
  problems: Partial<Record<NumberRule, string>>;
  /** By place in the list of slices. */
  sliceProblems: Readonly<Record<number, string>>;
};

export function readDraft(draft: PolicyDraft): ReadDraft {
  const problems: Partial<Record<NumberRule, string>> = {};
  const bars: Partial<Record<NumberRule, number>> = {};
  for (const name of numberRules) {
    if (!draft[name].on) continue;
    const value = readBar(draft[name].text, scales[name]);
    if (value === null) problems[name] = scales[name].problem;
    else bars[name] = value;
  }
  const sliceProblems: Record<number, string> = {};
  const slices = draft.slices.map(({ text, ...slice }, at) => {
    const passRate = readBar(text, scales.passRate);
    if (passRate === null) sliceProblems[at] = scales.passRate.problem;
    return { ...slice, passRate: passRate ?? 0 };
  });
  const unreadable = Object.keys(problems).length + Object.keys(sliceProblems).length > 0;
  const { regression: margin, ...plain } = bars;
  const tag = draft.critical.tag.trim();
  const policy: PolicyInput = {
    ...plain,
    regression: margin === undefined ? null : { margin },
    critical: draft.critical.on ? { tag: tag === "" ? null : tag } : null,
    slices,
  };
  return { policy: unreadable ? null : policy, problems, sliceProblems };
}

function readBar(text: string, { factor, least, most, whole = false }: Scale): number | null {
  const clean = text.trim().replace(",", ".");
  const value = Number(clean);
  if (clean === "" || !Number.isFinite(value) || value < least || value > most) return null;
  if (whole && !Number.isInteger(value)) return null;
  return rounded(value * factor);
}

/** 0.07 * 100 is 7.000000000000001: what was typed has no such digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function typed(value: number): string {
  return String(rounded(value));
}
