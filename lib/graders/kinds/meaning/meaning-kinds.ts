import { embeddingSimilarity } from "./embedding-similarity.ts";
import { judgeFactuality } from "./judge-factuality.ts";
import { judgePairwise } from "./judge-pairwise.ts";
import { judgeRubric } from "./judge-rubric.ts";
import { webhook } from "./webhook.ts";

/** Graders that ask somebody what an answer means, the cheapest first. */
export const meaningKinds = [
  webhook,
  embeddingSimilarity,
  judgeRubric,
  judgeFactuality,
  judgePairwise,
] as const;
