import type { ListSection } from "./list-section.ts";

export const togetherPrices: readonly ListSection[] = [
  {
    vendor: "together",
    asOf: "2026-07-02",
    source: "https://www.together.ai/pricing",
    basis: "Together AI's price page, as checked by developers between May and July 2026",
    prices: [
      { model: "meta-llama/Llama-3.3-70B-Instruct-Turbo", input: 1.04, output: 1.04 },
      { model: "Qwen/Qwen3.7-Max", input: 1.25, cachedInput: 0.125, output: 3.75 },
      { model: "Qwen/Qwen3.5-397B-A17B", input: 0.6, cachedInput: 0.35, output: 3.6 },
      { model: "openai/gpt-oss-120b", input: 0.15, output: 0.6 },
    ],
  },
];
