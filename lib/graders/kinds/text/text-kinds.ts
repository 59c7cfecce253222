import { endsWith, startsWith } from "./affixes.ts";
import { multipleChoice } from "./choice/multiple-choice.ts";
import { contains } from "./contains.ts";
import { editSimilarity, maximumEdits } from "./edit-distance.ts";
import { exactMatch } from "./exact-match.ts";
import { fuzzyContainment } from "./fuzzy-containment.ts";
import { notEmpty } from "./not-empty.ts";
import { quasiExact } from "./quasi-exact.ts";
import { refusal } from "./refusal/refusal.ts";
import { regularExpression } from "./regular-expression.ts";
import { wordCount } from "./word-count.ts";

export const textKinds = [
  exactMatch,
  contains,
  multipleChoice,
  regularExpression,
  startsWith,
  endsWith,
  fuzzyContainment,
  quasiExact,
  maximumEdits,
  editSimilarity,
  wordCount,
  notEmpty,
  refusal,
] as const;
