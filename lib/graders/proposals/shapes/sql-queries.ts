import { most } from "../most.ts";
import { freeProposal, type ShapeRule } from "../proposal.ts";

const QUERY =
  /^\s*(?:```(?:sql)?\s*)?(?:select\b[\s\S]+\bfrom\b|with\b[\s\S]+\bselect\b|(?:insert|update|delete)\b[\s\S]+\b(?:into|set|from)\b)/i;

export const sqlQueries: ShapeRule = ({ texts, samples }) => {
  if (!most(texts, (text) => QUERY.test(text))) return null;
  const hasFixture = most(samples, ({ metadata }) => typeof metadata.fixture === "string");
  const setUp = hasFixture
    ? "Each case brings its tables in metadata.fixture."
    : "Enter the statements that make and fill your tables in its settings.";
  return [
    freeProposal({
      name: "SQL can be read",
      kind: "syntax",
      config: { language: "sql", dialect: "sqlite" },
      weight: 0,
      reason: "Recorded beside it without deciding: how many answers are SQL at all.",
      blind: "A query that can be read may ask for something else.",
      cost: { type: "own-machine" },
    }),
    freeProposal({
      name: "SQL result",
      kind: "sql-result",
      reason: `The expected values are SQL queries; both queries are run, and their rows compared. ${setUp}`,
      blind: "Two queries may give the same rows on small tables by chance: fill them with telling rows.",
      cost: { type: "own-machine" },
    }),
  ];
};
