import { z } from "zod";
import { containment, jaccard } from "../../../leakage/jaccard.ts";
import { candidateProbability, minhashStandardError } from "../../../leakage/minhash.ts";
import { ngramIndex, ngramOverlap } from "../../../leakage/ngram-overlap.ts";
import { characterShingles, wordShingles } from "../../../leakage/shingles.ts";
import { type Adapter, adapter } from "../../adapter.ts";

const number = z.number();

export const leakageAdapters: Record<string, Adapter> = {
  ngram_contamination: adapter(z.object({ case: z.string(), prompt: z.string() }), (input) => {
    const tokens = asciiTokens(input.case);
    const orders = [5, 8, 13].map((order) => {
      const result = ngramOverlap(tokens, ngramIndex(asciiTokens(input.prompt), order));
      const fields = { matched_share: result.matchedShare, token_coverage: result.tokenCoverage };
      return [`n${order}`, { ...result, ...fields }] as const;
    });
    return { tokens_case: tokens.length, ...Object.fromEntries(orders) };
  }),
  jaccard: adapter(
    z.object({ a: z.string(), b: z.string(), char_k: number, word_k: number }),
    ({ a, b, char_k, word_k }) => {
      const first = asciiTokens(a);
      const second = asciiTokens(b);
      const words = [wordShingles(first, word_k), wordShingles(second, word_k)] as const;
      return {
        [`char${char_k}`]: jaccard(
          characterShingles(first.join(" "), char_k),
          characterShingles(second.join(" "), char_k),
        ),
        [`word${word_k}`]: jaccard(...words),
        [`containment_word${word_k}`]: containment(...words),
      };
    },
  ),
  minhash_lsh_probability: adapter(
    z.object({ s: number, bands: number, rows: number }),
    ({ s, bands, rows }) => candidateProbability({ similarity: s, bands, rows }),
  ),
  minhash_se: adapter(z.object({ s: number, num_perm: number }), ({ s, num_perm }) =>
    minhashStandardError(s, num_perm),
  ),
};

/** The rows' own rule; the product's tokens keep letters of every script. */
function asciiTokens(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== "");
}
