"use client";

import { createParser, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { priorities } from "#lib/runs/starting/options/default-run-options.ts";
import type { OptionTexts } from "./option-texts.ts";

const parseAsYes = createParser<boolean>({
  parse: (text) => text === "1" || text === "true",
  serialize: (value) => (value ? "1" : "0"),
});

/** Options are in the address, so that a start can be linked to; the server is not asked again when they change. */
export function useOptionAddress(): [OptionTexts, (part: Partial<OptionTexts>) => void] {
  const [texts, setTexts] = useQueryStates(
    {
      repetitions: parseAsString.withDefault(""),
      cache: parseAsYes.withDefault(false),
      budget: parseAsString.withDefault(""),
      priority: parseAsStringLiteral(priorities).withDefault("normal"),
      tries: parseAsString.withDefault(""),
    },
    { history: "replace" },
  );
  return [texts, (part) => void setTexts(part)];
}
