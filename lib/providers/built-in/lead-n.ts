import { z } from "zod";
import { inputText } from "./input-text.ts";
import type { Predictor } from "./predictor.ts";

export const leadNConfigSchema = z.strictObject({
  unit: z.enum(["sentences", "words"]).default("sentences"),
  count: z.int().min(1).max(10_000).default(3),
  /** BCP 47 language tag; it changes where sentences and words end. */
  locale: z.string().default("en").refine(isLocale, { error: 'Use a language tag such as "en" or "de-CH".' }),
  inputField: z.string().min(1).optional(),
});

export type LeadNConfig = z.infer<typeof leadNConfigSchema>;

/** The first n sentences or words of the text, cut where Unicode's segmentation (UAX #29) says; the classic baseline for summaries. */
export function createLeadN(config: LeadNConfig): Predictor {
  const granularity = config.unit === "words" ? "word" : "sentence";
  const segmenter = new Intl.Segmenter(config.locale, { granularity });
  return {
    predict(input) {
      const text = inputText(input, config.inputField);
      let taken = 0;
      let end = 0;
      // Segments are made one by one, so a long text costs no more than its lead.
      for (const { segment, index, isWordLike } of segmenter.segment(text)) {
        const counts = config.unit === "words" ? isWordLike === true : segment.trim() !== "";
        if (!counts) continue;
        taken += 1;
        end = index + segment.length;
        if (taken === config.count) break;
      }
      return { output: text.slice(0, end).trim(), confidence: null };
    },
  };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
