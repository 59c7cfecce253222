import { priceText, readNumberText } from "#components/models/form/number-text.ts";
import {
  defaultRunOptions,
  type Priority,
  type RunOptions,
} from "#lib/runs/starting/options/default-run-options.ts";

/** The options as they are typed and as the address holds them; empty is the default. */
export type OptionTexts = {
  repetitions: string;
  cache: boolean;
  /** In dollars. */
  budget: string;
  priority: Priority;
  tries: string;
};

export type ReadOptions = {
  options: RunOptions;
  /** What is wrong, by field; the option then has its default. */
  problems: Readonly<Partial<Record<keyof OptionTexts, string>>>;
};

const microUsd = 1_000_000;
const maxBudgetUsd = 1_000_000;

/** Reads what was typed or linked to. */
export function readOptions(texts: OptionTexts): ReadOptions {
  const repetitions = wholeNumber(texts.repetitions, 100, "Enter a whole number from 1 to 100.");
  const tries = wholeNumber(texts.tries, 20, "Enter a whole number from 1 to 20.");
  const budget = budgetOf(texts.budget);
  return {
    options: {
      repetitions: repetitions.value ?? defaultRunOptions.repetitions,
      useCache: texts.cache,
      budgetMicroUsd: budget.value,
      priority: texts.priority,
      maxTries: tries.value ?? defaultRunOptions.maxTries,
    },
    problems: {
      ...(repetitions.problem && { repetitions: repetitions.problem }),
      ...(tries.problem && { tries: tries.problem }),
      ...(budget.problem && { budget: budget.problem }),
    },
  };
}

/** Stored options as the fields show them. */
export function optionTextsOf(options: RunOptions): OptionTexts {
  return {
    repetitions: String(options.repetitions),
    cache: options.useCache,
    budget: priceText(options.budgetMicroUsd),
    priority: options.priority,
    tries: String(options.maxTries),
  };
}

type Read = { value: number | null; problem: string | null };

function wholeNumber(text: string, most: number, sentence: string): Read {
  const { value, problem } = readNumberText(text);
  if (problem !== null) return { value: null, problem: sentence };
  if (value === undefined) return { value: null, problem: null };
  const fits = Number.isInteger(value) && value >= 1 && value <= most;
  return fits ? { value, problem: null } : { value: null, problem: sentence };
}

function budgetOf(text: string): Read {
  const { value, problem } = readNumberText(text.replace(/^\s*\$/, ""));
  if (problem !== null)
    return { value: null, problem: "Enter an amount in dollars, or leave it empty for none." };
  if (value === undefined) return { value: null, problem: null };
  const amount = Math.round(value * microUsd);
  if (amount < 1) return { value: null, problem: "A budget is more than nothing. Leave it empty for none." };
  if (value > maxBudgetUsd) return { value: null, problem: "A budget is at most one million dollars." };
  return { value: amount, problem: null };
}
