import { rougeL } from "./rouge-l.ts";
import { tokenF1 } from "./token-f1.ts";

export const overlapKinds = [tokenF1, rougeL] as const;
