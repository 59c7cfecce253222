import type { ListSection } from "./list-section.ts";

export const anthropicPrices: readonly ListSection[] = [
  {
    vendor: "anthropic",
    asOf: "2026-10-24",
    source: "https://platform.claude.com/docs/en/about-claude/pricing",
    basis:
      "Anthropic's price table in a stored copy, and the changes that developers read there up to 24 October 2026",
    prices: [
      { model: "claude-fable-5-1", input: 10, cachedInput: 0.25, output: 50 },
      { model: "claude-fable-5", input: 10, cachedInput: 1, output: 50 },
      { model: "claude-opus-5-5", input: 4, cachedInput: 0.2, output: 20 },
      { model: "claude-opus-5", input: 5, cachedInput: 0.5, output: 25 },
      { model: "claude-opus-4-8", input: 5, cachedInput: 0.5, output: 25 },
      { model: "claude-opus-4-7", input: 5, cachedInput: 0.5, output: 25 },
      { model: "claude-opus-4-6", input: 5, cachedInput: 0.5, output: 25 },
      { model: "claude-opus-4-5", input: 5, cachedInput: 0.5, output: 25 },
      { model: "claude-sonnet-5-5", input: 2, cachedInput: 0.2, output: 10, until: "2026-10-06" },
      { model: "claude-sonnet-5-5", input: 2, cachedInput: 0.1, output: 10, from: "2026-10-07" },
      { model: "claude-sonnet-5", input: 2, cachedInput: 0.2, output: 10 },
      { model: "claude-sonnet-4-6", input: 3, cachedInput: 0.3, output: 15 },
      { model: "claude-sonnet-4-5", input: 3, cachedInput: 0.3, output: 15 },
      {
        model: "claude-haiku-5-5",
        input: 0.1,
        cachedInput: 0.01,
        output: 0.5,
        promptsUpTo: 100_000,
        note: "longer ones cost five times as much",
      },
      { model: "claude-haiku-4-5", input: 1, cachedInput: 0.1, output: 5 },
    ],
  },
];
