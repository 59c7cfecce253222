import { Ajv2020 } from "ajv/dist/2020.js";
import type { GradeInput } from "#lib/graders/grader-kind.ts";
import { graderKinds } from "#lib/graders/registry.ts";
import { graderExamples } from "#lib/graders/testing/grader-examples.ts";
import { inlineGrader } from "#lib/graders/testing/inline-grader.ts";
import { levenshteinDistance } from "#lib/text/edit-distance/levenshtein.ts";
import { rougeL } from "#lib/text/rouge/rouge-l.ts";
import { functionOf, peer } from "./graders/peers.ts";
import { perSecond, printFigure } from "./graders/per-second.ts";
import { textPairs } from "./graders/texts.ts";

/** How many answers each inline grader judges in a second on one core, and our text functions beside packages of others. */
const pairs = textPairs(200);
const texts: GradeInput[] = pairs.map(({ expected, output }) => ({
  input: {},
  metadata: {},
  expected: `${expected} 1,234.50`,
  output: `${output} $1234.50`,
}));
const half = (text: string) => text.slice(0, 350);
const objects: GradeInput[] = pairs.map(({ expected, output }, index) => {
  const wanted = { number: `RE-${index}`, total: 1234.5, vendor: { name: half(expected) }, paid: true };
  const given = { ...wanted, vendor: { name: index % 2 === 0 ? wanted.vendor.name : half(output) } };
  return {
    input: {},
    metadata: {},
    expected: wanted,
    output: JSON.stringify({ ...given, note: half(output) }),
  };
});
const small: GradeInput[] = pairs.map((_, index) => ({
  input: {},
  metadata: {},
  expected: undefined,
  output: JSON.stringify({ number: `RE-${index}`, total: index }),
}));
const schema = {
  type: "object",
  required: ["total"],
  properties: { total: { type: "number" }, number: { type: "string" } },
};
const configs: Record<string, object> = {
  "regular-expression": { pattern: "\\$(?<amount>\\d+\\.\\d\\d)$" },
  "json-schema": { schema },
};

console.log("Inline graders, answers of about 700 characters, with the reason and the verdict:");
for (const { kind, family, execution, defaults, direction, defaultThreshold: threshold } of graderKinds) {
  if (execution !== "inline") continue;
  const config = { ...Object(defaults), ...configs[kind] };
  const grade = inlineGrader({ kind, config, direction, threshold });
  const candidates = family === "structure" ? objects : texts;
  const fits = candidates.every((input) => grade(input).status === "scored");
  const { right, wrong } = graderExamples(kind);
  printFigure(
    kind,
    perSecond(fits ? candidates : [right, wrong], grade),
    fits ? "" : "  (its own short examples)",
  );
}

console.log("\nJSON Schema, compiled once, answers of 30 characters:");
const checkSmall = inlineGrader({
  kind: "json-schema",
  config: { schema, allowFence: false },
  direction: "higher",
  threshold: 1,
});
printFigure("ours, grade", perSecond(small, checkSmall));
const bare = new Ajv2020().compile(schema);
printFigure(
  "ajv bare, JSON.parse and check",
  perSecond(small, ({ output }) => bare(JSON.parse(output))),
);

console.log("\nLevenshtein, pairs of 700 characters:");
printFigure(
  "ours, code points",
  perSecond(pairs, ({ expected, output }) => levenshteinDistance(expected, output)),
);
const fastest = await peer("fastest-levenshtein", (module) => functionOf(module, "distance"));
if (fastest)
  printFigure(
    "fastest-levenshtein",
    perSecond(pairs, ({ expected, output }) => fastest(expected, output)),
  );
const jsLevenshtein = await peer("js-levenshtein", (module) => functionOf(module, "levenshtein"));
if (jsLevenshtein)
  printFigure(
    "js-levenshtein",
    perSecond(pairs, ({ expected, output }) => jsLevenshtein(expected, output)),
  );

console.log("\nROUGE-L, pairs of 700 characters:");
for (const stem of [false, true]) {
  const score = ({ expected, output }: (typeof pairs)[number]) =>
    rougeL({ target: expected, prediction: output, stem });
  printFigure(stem ? "ours, with stemmer" : "ours", perSecond(pairs, score));
}
const jsRouge = await peer("js-rouge", (module) => functionOf(module, "l"));
if (jsRouge)
  printFigure(
    "js-rouge (other figures)",
    perSecond(pairs.slice(0, 20), ({ expected, output }) => jsRouge(output, expected)),
  );
