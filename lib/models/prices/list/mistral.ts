import type { ListSection } from "./list-section.ts";

/** Only fixed ids: the names that end in -latest move from model to model, and their price with them. */
export const mistralPrices: readonly ListSection[] = [
  {
    vendor: "mistral",
    asOf: "2026-06-17",
    source: "https://mistral.ai/pricing",
    basis: "Mistral's price page and model cards, as checked by developers between February and June 2026",
    prices: [
      { model: "mistral-large-2512", input: 0.5, output: 1.5 },
      { model: "mistral-medium-3.5", input: 1.5, output: 7.5 },
      { model: "mistral-medium-3-5", input: 1.5, output: 7.5 },
      { model: "mistral-small-2506", input: 0.1, output: 0.3 },
      { model: "ministral-14b-2512", input: 0.2, output: 0.2 },
      { model: "ministral-8b-2512", input: 0.15, output: 0.15 },
      { model: "ministral-3b-2512", input: 0.1, output: 0.1 },
      { model: "codestral-2508", input: 0.3, output: 0.9 },
      { model: "devstral-2512", input: 0.4, output: 2 },
    ],
  },
];
