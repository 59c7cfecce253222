import { isPlainObject } from "../../json/leaf-fields.ts";
import type { Question } from "../ask-judges.ts";

const maxClaims = 200;

/** Asks for the single claims of a text as a list of sentences. */
export const claimsQuestion: Pick<Question<string[]>, "rules" | "shape" | "responseSchema" | "reader"> = {
  rules: "If the answer makes no factual claim, the list is empty.",
  shape: '{"claims": ["a claim", …]}',
  responseSchema: {
    type: "object",
    properties: { claims: { type: "array", items: { type: "string" } } },
    required: ["claims"],
    additionalProperties: false,
  },
  reader: {
    ofJson(value) {
      const claims = isPlainObject(value) && Object.hasOwn(value, "claims") ? value.claims : null;
      if (!Array.isArray(claims) || claims.length > maxClaims) return null;
      return claims.every((claim) => typeof claim === "string") ? claims : null;
    },
    ofWord: () => null,
    keyOf: (claims) => JSON.stringify(claims),
  },
};
