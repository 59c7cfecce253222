import { bleu } from "./bleu.ts";
import { chrf } from "./chrf.ts";
import { ter, wordErrorRate } from "./error-rates.ts";
import { meteor } from "./meteor.ts";
import { rouge1, rouge2, rougeL, rougeLSum } from "./rouge.ts";
import { squadExactMatch } from "./squad-exact-match.ts";
import { tokenF1 } from "./token-f1.ts";

export const overlapKinds = [
  tokenF1,
  squadExactMatch,
  rougeL,
  rouge1,
  rouge2,
  rougeLSum,
  chrf,
  bleu,
  ter,
  meteor,
  wordErrorRate,
] as const;
