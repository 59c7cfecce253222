/** What a new custom grader begins with. Free of schemas: forms import it. */
export const exampleCode = `({ expected, output }) => {
  // The share of expected words that the answer has.
  const text = String(expected ?? "").toLowerCase();
  const words = text.split(/\\s+/).filter(Boolean);
  if (words.length === 0) return { score: 1, reason: "None expected." };
  const answer = output.toLowerCase();
  const missing = words.filter((word) => !answer.includes(word));
  const score = 1 - missing.length / words.length;
  const found = "Every expected word is there.";
  const lacking = "Missing: " + missing.join(", ");
  return { score, reason: missing.length === 0 ? found : lacking };
};
`;

/** The types that the code is written against, as shown beside the editor. */
export const codeTypes = `type Grade = (given: {
  input: any;          // the case's input
  expected: any;       // null when the case has none
  output: string;      // the answer of the model
  metadata: Record<string, any>;
  attempt: null | {    // null while trying an answer that you typed
    latencyMs: number | null;
    timeToFirstTokenMs: number | null;
    costMicroUsd: number | null;
    promptTokens: number | null;
    completionTokens: number | null;
    finishReason: string | null;
    toolCalls: { name: string; arguments: string }[] | null;
  };
}) =>
  | number             // a score from 0 to 1
  | boolean            // true is 1, false is 0
  | {
      score?: number;  // from 0 to 1; the threshold decides
      pass?: boolean;  // when there is no score
      reason?: string; // one sentence, shown with the verdict
    };`;
