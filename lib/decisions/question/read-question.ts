import type { QuestionParams } from "./question-params.ts";
import type { QuestionInput } from "./question-schema.ts";

export type ReadQuestion = {
  /** Null until a dataset is chosen. What could not be read asks for nothing. */
  question: QuestionInput | null;
  /** By field of the form. */
  problems: Readonly<Record<string, string>>;
};

const microUsd = 1_000_000;

/** The question that the texts of the form or the address ask: percentages become fractions, dollars micro-dollars. */
export function readQuestion(params: QuestionParams): ReadQuestion {
  const problems: Record<string, string> = {};
  const number = (field: string, text: string, { above = 0, most = Number.MAX_VALUE, hint }: Limits) => {
    if (text === "") return null;
    const value = Number(text.replaceAll(",", ""));
    if (Number.isFinite(value) && value >= above && value <= most) return value;
    problems[field] = hint;
    return null;
  };
  const percent = (field: string, text: string, most = 100) => {
    const value = number(field, text, { most, hint: `Enter a percentage from 0 to ${most}.` });
    return value === null ? null : value / 100;
  };
  const dollars = (field: string, text: string) => {
    const value = number(field, text, { most: 1e6, hint: "Enter an amount in dollars, for example 1.20." });
    return value === null ? null : value * microUsd;
  };
  const whole = (field: string, text: string, most: number) => {
    const value = number(field, text, { above: 1, most, hint: "Enter a whole number." });
    if (value === null || Number.isInteger(value)) return value;
    problems[field] = "Enter a whole number.";
    return null;
  };

  const cost = dollars("cost", params.cost);
  const p95 = number("p95", params.p95, { above: 0.001, hint: "Enter milliseconds, for example 400." });
  const margin = percent("margin", params.margin, 50);
  const regression = percent("regression", params.regression, 50);
  const stakes = readStakes(params, { dollars, whole, problems });
  const question: QuestionInput = {
    datasetId: params.dataset,
    runIds: params.runs,
    bar: {
      policy: {
        passRate: percent("floor", params.floor),
        regression: regression !== null && regression > 0 ? { margin: regression } : null,
        critical:
          params.critical === ""
            ? null
            : {
                tag:
                  params.critical === "tag" && params.criticalTag !== ""
                    ? params.criticalTag.slice(0, 80)
                    : null,
              },
        slices: params.slices.flatMap(({ dimension, value, floor }, index) => {
          const passRate = percent(`slices.${index}`, floor);
          return passRate === null ? [] : [{ dimension, value, passRate }];
        }),
        latencyP95Ms: p95,
        withoutVerdictShare: percent("missing", params.missing),
        minimumCases: whole("cases", params.cases, 1e7),
      },
      costPer1000MicroUsd: cost === 0 ? null : cost,
      selfHostedOnly: params.own,
      licences: [...new Set(params.licence.split(",").map((name) => name.trim()))]
        .filter((name) => name !== "" && name.length <= 80)
        .slice(0, 20),
    },
    ...(margin !== null && margin > 0 && { margin }),
    stakes,
    statedCosts: Object.fromEntries(
      Object.entries(params.stated).flatMap(([modelId, text]) => {
        const stated = dollars(`stated.${modelId}`, text);
        return stated === null ? [] : [[modelId, stated]];
      }),
    ),
  };
  return { question: params.dataset === "" ? null : question, problems };
}

type Limits = { above?: number; most?: number; hint: string };

type Readers = {
  dollars: (field: string, text: string) => number | null;
  whole: (field: string, text: string, most: number) => number | null;
  problems: Record<string, string>;
};

/** All three or none: half of it says nothing about money. */
function readStakes(
  { value, wrong, traffic }: QuestionParams,
  { dollars, whole, problems }: Readers,
): QuestionInput["stakes"] {
  const given = [value, wrong, traffic].filter((text) => text !== "").length;
  if (given === 0) return null;
  const right = dollars("value", value);
  const damage = dollars("wrong", wrong);
  const requests = whole("traffic", traffic, 1e12);
  for (const [field, read] of [
    ["value", right],
    ["wrong", damage],
    ["traffic", requests],
  ] as const) {
    if (read === null)
      problems[field] ??=
        "Enter all three: what a right answer is worth, what a wrong one costs, and the requests a month.";
  }
  if (right === null || damage === null || requests === null) return null;
  return { valueOfRightMicroUsd: right, costOfWrongMicroUsd: damage, requestsPerMonth: requests };
}
