import { graderKinds } from "#lib/graders/registry.ts";
import { inlineGrader } from "#lib/graders/testing/inline-grader.ts";
import { seededRandom } from "#lib/stats/random/seeded-random.ts";

/** Prints how many answers of about 700 characters each kind of grader judges in a second, on one core. */
const textChars = 700;
const pairs = 200;
const millisecondsEach = 1_000;

const random = seededRandom(1);
const words =
  "the a order invoice customer refund total billing export account was not paid on time and again".split(
    " ",
  );

const texts = Array.from({ length: pairs }, () => {
  const expected = sentence();
  // Every fifth word is another one, as in an answer that is nearly right.
  const output = expected
    .split(" ")
    .map((word, index) => (index % 5 === 0 ? pick() : word))
    .join(" ");
  return { input: {}, metadata: {}, expected: `${expected} 1,234.50`, output: `${output} $1234.50` };
});
const objects = texts.map(({ expected, output }, index) => {
  const half = textChars / 2;
  const wanted = {
    number: `RE-${index}`,
    total: 1234.5,
    vendor: { name: expected.slice(0, half) },
    paid: true,
  };
  const given = { ...wanted, vendor: { name: index % 2 === 0 ? wanted.vendor.name : output.slice(0, half) } };
  return {
    input: {},
    metadata: {},
    expected: wanted,
    output: JSON.stringify({ ...given, note: output.slice(0, half) }),
  };
});

const configs: Record<string, object> = {
  "regular-expression": { pattern: "\\$(?<amount>\\d+\\.\\d\\d)$" },
  "json-schema": {
    schema: { type: "object", required: ["total"], properties: { total: { type: "number" } } },
  },
  "json-validity": {},
};

for (const { kind, family, execution, defaults, direction, defaultThreshold: threshold } of graderKinds) {
  if (execution !== "inline") continue;
  const config = { ...Object(defaults), ...configs[kind] };
  const grade = inlineGrader({ kind, config, direction, threshold });
  const inputs = family === "structure" ? objects : texts;
  const unscored = inputs.map(grade).filter((graded) => graded.status === "unscored").length;
  let graded = 0;
  const start = performance.now();
  while (performance.now() - start < millisecondsEach) {
    for (const input of inputs) grade(input);
    graded += inputs.length;
  }
  const perSecond = Math.round(graded / ((performance.now() - start) / 1_000));
  const note = unscored > 0 ? `  (${unscored} of ${inputs.length} unscored)` : "";
  console.log(`${kind.padEnd(20)} ${perSecond.toLocaleString("en-GB").padStart(12)} a second${note}`);
}

function sentence(): string {
  let text = pick();
  while (text.length < textChars) text += ` ${pick()}`;
  return text;
}

function pick(): string {
  return words[random.below(words.length)] ?? "";
}
