import type { ListSection } from "./list-section.ts";

const promptsUpTo = 200_000;

export const xaiPrices: readonly ListSection[] = [
  {
    vendor: "xai",
    asOf: "2026-07-13",
    source: "https://docs.x.ai/developers/models",
    basis:
      "xAI's own page on Grok 4.5 in a stored copy, and its price table as read by developers in July 2026",
    prices: [
      { model: "grok-4.5", input: 2, cachedInput: 0.5, output: 6, promptsUpTo },
      { model: "grok-4.3", input: 1.25, cachedInput: 0.2, output: 2.5, promptsUpTo },
      { model: "grok-4.20-0309-reasoning", input: 1.25, output: 2.5, promptsUpTo },
      { model: "grok-4.20-0309-non-reasoning", input: 1.25, output: 2.5, promptsUpTo },
    ],
  },
];
