import { z } from "zod";
import { findText } from "#lib/text/search/find-text.ts";
import { citedSentences, readCitations, readQuotations } from "../../citations/read-citations.ts";
import { readSources, type Source } from "../../citations/read-sources.ts";
import { scored, unscored } from "../../grade-result.ts";
import type { GradeInput, InlineKind } from "../../grader-kind.ts";
import { isPlainObject } from "../../json/leaf-fields.ts";
import { quote } from "../../reading/quote.ts";

const MAX_OUTPUT_CHARS = 200_000;
const MAX_SOURCE_CHARS = 2_000_000;
const MAX_QUOTATIONS = 100;

const configSchema = z.strictObject({
  place: z.enum(["metadata", "input"]),
  /** The field of the metadata or of the input that lists the sources. */
  field: z.string().trim().min(1, "Name the field.").max(200),
  cited: z.enum(["numbers", "ids"]),
  firstNumber: z.enum(["0", "1"]),
  /** Whether passages in quotation marks must stand in a source word for word. */
  checkQuotations: z.boolean(),
  fewestQuotedWords: z
    .int("Enter a whole number.")
    .min(1, "From 1 to 50 words.")
    .max(50, "From 1 to 50 words."),
  score: z.enum(["all-exist", "share-exist", "coverage"]),
  withoutCitation: z.enum(["fail", "pass", "unscored"]),
});
export type CitationsConfig = z.output<typeof configSchema>;

type Checked = { shown: string; exists: boolean };

/**
 * Whether what an answer cites is among the case's sources: [1] by its place in the list, [id] by its id, quoted passages word for word
 * (white space and case aside). `all-exist`: 1 when everything does, else 0. `share-exist`: the share that does. `coverage`: the share
 * of sentences that cite a source, 0 when anything cited does not exist. Whether a source supports a sentence is not judged.
 */
export const citations: InlineKind<CitationsConfig> = {
  kind: "citations",
  execution: "inline",
  family: "agents",
  label: "Citation check",
  explanation:
    "Passes when every source that the answer cites is one that it was given, and none is invented.",
  direction: "higher",
  defaultThreshold: 1,
  binary: false,
  needsExpected: false,
  configSchema,
  defaults: {
    place: "metadata",
    field: "sources",
    cited: "numbers",
    firstNumber: "1",
    checkQuotations: false,
    fewestQuotedWords: 4,
    score: "all-exist",
    withoutCitation: "fail",
  },
  compile(config) {
    return (input) => {
      const { output } = input;
      if (output.length > MAX_OUTPUT_CHARS)
        return unscored("The answer is too long to check its citations: at most 200,000 characters.");
      const sources = readSources(sourcesValue(config, input));
      if (sources === null)
        return unscored(
          `The ${config.place} of this case has no list of sources in the field ${quote(config.field)}.`,
        );
      if (sources.reduce((sum, source) => sum + source.text.length, 0) > MAX_SOURCE_CHARS)
        return unscored("The sources are too long to check citations: at most 2,000,000 characters.");
      const checked = [
        ...checkCitations(config, output, sources),
        ...checkQuotations(config, output, sources),
      ];
      if (checked.length === 0) {
        const reason = `The answer cites nothing: ${quote(output)}.`;
        if (config.withoutCitation === "unscored") return unscored(reason);
        return scored(config.withoutCitation === "pass" ? 1 : 0, reason);
      }
      const invented = checked.filter(({ exists }) => !exists);
      const detail = { cited: checked.length, invented: invented.slice(0, 50).map(({ shown }) => shown) };
      const [first] = invented;
      const among = `${sources.length === 1 ? "the one source" : `the ${sources.length} sources`} of the case`;
      if (config.score === "coverage" && first === undefined)
        return coverage(config, output, sources, detail);
      const right = checked.length - invented.length;
      const score = config.score === "share-exist" ? right / checked.length : first === undefined ? 1 : 0;
      return scored(
        score,
        first === undefined
          ? `Everything the answer cites (${checked.length}) is among ${among}.`
          : `The answer cites ${first.shown}, which is not among ${among}; ${right} of ${checked.length} citations exist.`,
        detail,
      );
    };
  },
};

function sourcesValue({ place, field }: CitationsConfig, { input, metadata }: GradeInput): unknown {
  const holder = place === "metadata" ? metadata : input;
  return isPlainObject(holder) && Object.hasOwn(holder, field) ? holder[field] : undefined;
}

function checkCitations(
  { cited, firstNumber }: CitationsConfig,
  text: string,
  sources: readonly Source[],
): Checked[] {
  const ids = new Set(sources.flatMap(({ id }) => (id === null ? [] : [id.toLowerCase()])));
  const first = Number(firstNumber);
  return readCitations(text, { ids: cited === "ids" }).map((citation) => {
    if (citation.type === "id")
      return { shown: `[${citation.id.slice(0, 60)}]`, exists: ids.has(citation.id.toLowerCase()) };
    const { number } = citation;
    const isPlace = number >= first && number < sources.length + first;
    return { shown: `[${number}]`, exists: cited === "ids" ? ids.has(String(number)) : isPlace };
  });
}

function checkQuotations(
  { checkQuotations: isAsked, fewestQuotedWords }: CitationsConfig,
  text: string,
  sources: readonly Source[],
): Checked[] {
  if (!isAsked) return [];
  const quotations = readQuotations(text, fewestQuotedWords).slice(0, MAX_QUOTATIONS);
  if (quotations.length === 0) return [];
  const texts = sources.map((source) => plain(source.text));
  return quotations.map((quotation) => {
    const part = plain(quotation).replace(/[.,;:!?…]+$/, "");
    return { shown: quote(quotation, 60), exists: texts.some((source) => findText(source, part) !== -1) };
  });
}

function coverage(
  config: CitationsConfig,
  output: string,
  sources: readonly Source[],
  detail: { cited: number; invented: string[] },
) {
  const sentences = citedSentences(output);
  if (sentences.length === 0) return unscored("The answer has no sentence that could cite a source.");
  const without = sentences.filter(
    (sentence) =>
      checkCitations(config, sentence, sources).length === 0 &&
      checkQuotations(config, sentence, sources).length === 0,
  );
  const covered = sentences.length - without.length;
  const [first] = without;
  const share = `${covered} of ${sentences.length} sentences cite a source`;
  return scored(
    covered / sentences.length,
    first === undefined ? `${share}.` : `${share}; none is cited in ${quote(first, 60)}.`,
    detail,
  );
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
}
