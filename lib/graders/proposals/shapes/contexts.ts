import { readSources } from "../../citations/read-sources.ts";
import { judgeCost } from "../judge-cost.ts";
import { most } from "../most.ts";
import { type DatasetFacts, freeProposal, type GraderProposal } from "../proposal.ts";

const FIELDS = ["contexts", "sources", "documents", "passages", "context"];
/** Claims are taken from the answer in one call and checked in another. */
const FAITHFULNESS_CALLS = 2;

/** For cases that bring what the answer should rest on; nothing for others. */
export function contexts(facts: DatasetFacts): GraderProposal[] {
  const { samples, judge } = facts;
  const field = FIELDS.find((name) =>
    most(samples, ({ metadata }) => isGiven(Object.hasOwn(metadata, name) ? metadata[name] : undefined)),
  );
  if (field === undefined) return [];
  const isList = most(samples, ({ metadata }) => readSources(metadata[field]) !== null);
  const where = `The cases bring sources in metadata.${field}`;
  const citations = freeProposal({
    name: "Citations",
    kind: "citations",
    config: { place: "metadata", field, withoutCitation: "unscored" },
    weight: 0,
    reason: `${where}; recorded without deciding: whether what an answer cites is among them.`,
    blind: "It does not see whether a source supports what is said.",
  });
  if (judge === null) return isList ? [citations] : [];
  const faithfulness: GraderProposal = {
    name: "Faithfulness",
    kind: "faithfulness",
    config: { judges: [judge.modelVersionId], contexts: `metadata.${field}` },
    threshold: null,
    weight: 1,
    reason: `${where}; a judge says which share of an answer's claims they support.`,
    blind: "A claim that is true and not in the sources counts as unsupported.",
    cost: judgeCost(facts, judge, FAITHFULNESS_CALLS),
  };
  return isList ? [citations, faithfulness] : [faithfulness];
}

function isGiven(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || (Array.isArray(value) && value.length > 0);
}
