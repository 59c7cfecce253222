import { answerRelevance } from "./answer-relevance.ts";
import { contextPrecision } from "./context-precision.ts";
import { contextRecall } from "./context-recall.ts";
import { faithfulness } from "./faithfulness.ts";

/** Graders of answers that rest on retrieved contexts, by a judge. */
export const retrievalKinds = [faithfulness, answerRelevance, contextPrecision, contextRecall] as const;
