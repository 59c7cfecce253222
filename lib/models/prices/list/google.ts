import type { ListSection } from "./list-section.ts";

const source = "https://ai.google.dev/gemini-api/docs/pricing";
const promptsUpTo = 200_000;
const halved = "half of the regular price";

/** The paid tier for text, images and video; audio input costs more. */
export const googlePrices: readonly ListSection[] = [
  {
    vendor: "google",
    asOf: "2026-10-07",
    source,
    basis:
      "Google's price page, transcribed word for word by API Evangelist on 20 September and 7 October 2026",
    prices: [
      {
        model: "gemini-3.8-flash",
        input: 0.75,
        cachedInput: 0.075,
        output: 3.75,
        until: "2026-12-31",
        note: halved,
      },
      { model: "gemini-3.8-flash", input: 1.5, output: 7.5, from: "2027-01-01" },
      { model: "gemini-3.5-flash", input: 1.5, cachedInput: 0.15, output: 9 },
      { model: "gemini-3.1-pro-preview", input: 2, cachedInput: 0.2, output: 12, promptsUpTo },
    ],
  },
  {
    vendor: "google",
    asOf: "2026-03-21",
    source,
    basis: "Google's price page, as listed by several sites from January to June 2026",
    prices: [
      { model: "gemini-3.1-flash-lite", input: 0.25, output: 1.5 },
      { model: "gemini-2.5-pro", input: 1.25, cachedInput: 0.125, output: 10, promptsUpTo },
      { model: "gemini-2.5-flash", input: 0.3, cachedInput: 0.03, output: 2.5 },
      { model: "gemini-2.5-flash-lite", input: 0.1, output: 0.4 },
    ],
  },
];
