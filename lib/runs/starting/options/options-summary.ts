import { moneyText } from "../money-text.ts";
import { defaultRunOptions, type RunOptions } from "./default-run-options.ts";

/** The options in one line: "1 repetition, no cache, no budget, normal priority". Tries are named where they are not the usual ones. */
export function optionsSummary({
  repetitions,
  useCache,
  budgetMicroUsd,
  priority,
  maxTries,
}: RunOptions): string {
  const parts = [
    `${repetitions} repetition${repetitions === 1 ? "" : "s"}`,
    useCache ? "with the cache" : "no cache",
    budgetMicroUsd === null ? "no budget" : `a budget of ${moneyText(budgetMicroUsd)}`,
    `${priority} priority`,
  ];
  if (maxTries !== defaultRunOptions.maxTries)
    parts.push(maxTries === 1 ? "1 try" : `at most ${maxTries} tries`);
  return parts.join(", ");
}

/** Which seeds the chosen models are asked with, or what it means that there are none. Null when each case is asked once. */
export function seedNote(
  models: readonly { name: string; seed: number | null }[],
  repetitions: number,
): string | null {
  if (repetitions <= 1 || models.length === 0) return null;
  const seeded = models.flatMap(({ name, seed }) =>
    seed === null ? [] : [`${name} is asked with the seeds ${seed} to ${seed + repetitions - 1}.`],
  );
  if (seeded.length > 0) return seeded.join(" ");
  return "None of the chosen models has a seed in its parameters: repetitions differ only as far as the model varies by itself.";
}
