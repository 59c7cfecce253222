import type { ListSection } from "./list-section.ts";

export const groqPrices: readonly ListSection[] = [
  {
    vendor: "groq",
    asOf: "2026-07-27",
    source: "https://groq.com/pricing",
    basis: "Groq's price page and model list, as checked by developers between May and July 2026",
    prices: [
      { model: "llama-3.3-70b-versatile", input: 0.59, output: 0.79 },
      { model: "llama-3.1-8b-instant", input: 0.05, output: 0.08 },
      { model: "qwen/qwen3.6-27b", input: 0.6, cachedInput: 0.3, output: 3 },
      { model: "openai/gpt-oss-120b", input: 0.15, output: 0.6 },
    ],
  },
];
