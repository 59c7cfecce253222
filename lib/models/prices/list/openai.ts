import type { ListSection } from "./list-section.ts";

const source = "https://developers.openai.com/api/docs/pricing";
const promptsUpTo = 272_000;

/** Standard tier. Batch, flex and priority processing have other prices and are not asked for by a run. */
export const openaiPrices: readonly ListSection[] = [
  {
    vendor: "openai",
    asOf: "2026-10-01",
    source,
    basis:
      "OpenAI's model pages and price table, as read and published by several developers between 3 September and 1 October 2026",
    prices: [
      { model: "gpt-6.1-sol", input: 2, cachedInput: 0.1, output: 10, promptsUpTo },
      { model: "gpt-6-astra", input: 10, cachedInput: 1, output: 50, promptsUpTo },
      { model: "gpt-6-sol", input: 2, cachedInput: 0.2, output: 10, promptsUpTo },
      { model: "gpt-6-luna", input: 0.1, cachedInput: 0.01, output: 0.5, promptsUpTo },
      { model: "gpt-5.6", input: 4, cachedInput: 0.4, output: 20, promptsUpTo },
      { model: "gpt-5.6-sol", input: 4, cachedInput: 0.4, output: 20, promptsUpTo },
      { model: "gpt-5.6-terra", input: 2, cachedInput: 0.2, output: 12, promptsUpTo },
      { model: "gpt-5.6-luna", input: 0.2, cachedInput: 0.02, output: 1.2, promptsUpTo: 200_000 },
    ],
  },
  {
    vendor: "openai",
    asOf: "2026-05-04",
    source,
    basis: "OpenAI's price table, transcribed by API Evangelist on 4 May 2026 and listed alike in June 2026",
    prices: [
      { model: "gpt-5.5", input: 5, cachedInput: 0.5, output: 30, promptsUpTo },
      { model: "gpt-5.5-pro", input: 30, output: 180 },
      { model: "gpt-5.4", input: 2.5, cachedInput: 0.25, output: 15, promptsUpTo },
      { model: "gpt-5.4-mini", input: 0.75, cachedInput: 0.075, output: 4.5 },
      { model: "gpt-5.4-nano", input: 0.2, cachedInput: 0.02, output: 1.25 },
    ],
  },
  {
    vendor: "openai",
    asOf: "2026-03-21",
    source,
    basis: "OpenAI's price table, as listed by several sites in March and April 2026",
    prices: [
      { model: "gpt-5.2", input: 1.75, cachedInput: 0.175, output: 14 },
      { model: "gpt-5.1", input: 1.25, cachedInput: 0.125, output: 10 },
      { model: "gpt-5", input: 1.25, cachedInput: 0.125, output: 10 },
      { model: "gpt-5-mini", input: 0.25, cachedInput: 0.025, output: 2 },
      { model: "gpt-5-nano", input: 0.05, cachedInput: 0.005, output: 0.4 },
      { model: "gpt-4.1", input: 2, cachedInput: 0.5, output: 8 },
      { model: "gpt-4.1-mini", input: 0.4, cachedInput: 0.1, output: 1.6 },
      { model: "gpt-4.1-nano", input: 0.1, cachedInput: 0.025, output: 0.4 },
      { model: "gpt-4o", input: 2.5, cachedInput: 1.25, output: 10 },
      { model: "gpt-4o-2024-05-13", input: 5, output: 15 },
      { model: "gpt-4o-mini", input: 0.15, cachedInput: 0.075, output: 0.6 },
      { model: "o3", input: 2, output: 8 },
      { model: "o3-mini", input: 1.1, output: 4.4 },
      { model: "o4-mini", input: 1.1, output: 4.4 },
    ],
  },
];
