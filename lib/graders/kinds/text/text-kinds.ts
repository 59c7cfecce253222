import { contains } from "./contains.ts";
import { exactMatch } from "./exact-match.ts";
import { regularExpression } from "./regular-expression.ts";

export const textKinds = [exactMatch, contains, regularExpression] as const;
