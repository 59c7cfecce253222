import { most } from "../most.ts";
import { type DatasetFacts, freeProposal, type GraderProposal, type ShapeRule } from "../proposal.ts";
import { rubricJudge } from "./rubric-judge.ts";

type Language = "python" | "typescript" | "javascript";

const signs: readonly [Language, RegExp][] = [
  ["python", /(?:^|\n)\s*(?:def \w+\(.*\).*:|import \w+|from \w[\w.]* import |class \w+.*:\s*(?:\n|$))/],
  [
    "typescript",
    /(?:^|\n)\s*(?:interface \w+|type \w+ =|(?:export )?(?:const|function) \w+[^\n]*: (?:string|number|boolean|unknown|void)\b)/,
  ],
  [
    "javascript",
    /(?:^|\n)\s*(?:(?:export )?(?:async )?function\b|(?:const|let|var) \w+ =|module\.exports)|=>\s*[{(\w]/,
  ],
];

export const code: ShapeRule = (facts) => {
  const language = languageOf(facts.texts);
  const tests = language === "python" ? null : withTests(facts);
  if (language === null && tests === null) return null;
  const readable = language === null ? [] : [syntax(language, tests === null ? 1 : 0)];
  const judge = rubricJudge(
    facts,
    "The expected values are code, and no test says whether an answer's code works; a judge compares it with the expected code.",
  );
  return [...readable, ...(tests ?? judge)];
};

/** Of code without a name of its language, the first one whose signs most texts have. */
function languageOf(texts: readonly string[]): Language | null {
  return signs.find(([, sign]) => most(texts, (text) => sign.test(text)))?.[0] ?? null;
}

function syntax(language: Language, weight: number): GraderProposal {
  const reason =
    weight === 0
      ? "Recorded beside it without deciding: how many answers have no syntax error."
      : "The expected values are code; an answer with a syntax error is certainly wrong.";
  return freeProposal({
    name: "Code can be read",
    kind: "syntax",
    config: { language },
    weight,
    reason,
    blind: "Code that can be read may still do the wrong thing. Tests in metadata.tests would see that.",
    cost: { type: "own-machine" },
  });
}

function withTests({ samples }: DatasetFacts): GraderProposal[] | null {
  if (!most(samples, ({ metadata }) => typeof metadata.tests === "string")) return null;
  return [
    freeProposal({
      name: "JavaScript tests",
      kind: "javascript-tests",
      config: { source: "metadata" },
      reason: "Each case brings tests in metadata.tests, which the answer's JavaScript must pass.",
      blind: "What no test asks is not seen, and only JavaScript can be run.",
      cost: { type: "own-machine" },
    }),
  ];
}
