import { barWords } from "../bar/bar-words.ts";
import type { Board, Candidate } from "../board/board-schema.ts";
import type { Decision } from "../reading/get-decision.ts";
import { casesWords, countWords, percentWords, pointsWords, rateWords } from "../words/figure-words.ts";
import type { DocumentBlock, ExportedDocument } from "./document.ts";
import { doubtWords, earningsWords } from "./earnings-words.ts";
import { costCell, intervalCell, latencyCell, moneyCell, nearBestWords, priceCell } from "./figure-cells.ts";
import { methodsWords } from "./methods-words.ts";
import { sizeNote } from "./size-note.ts";

/** A decision as a document that stands on its own: what was asked, chosen and known, and what it rests on. */
export function decisionDocument(decision: Decision): ExportedDocument {
  const { evidence } = decision;
  return {
    title: `Decision ${decision.number}: ${decision.question}`,
    blocks: [
      { kind: "answer", text: chosenSentence(decision) },
      { kind: "facts", facts: factsOf(decision) },
      ...section(
        "Why it is re-opened",
        decision.reasons.map(({ sentence }) => sentence),
      ),
      ...prose("Reason", decision.reason),
      ...prose("Waiver", decision.waiver ?? ""),
      ...section("The bar", barWords(evidence.bar)),
      { kind: "heading", text: "What the evidence says" },
      { kind: "paragraph", text: evidence.headline },
      ...(evidence.notes.length === 0 ? [] : [{ kind: "list" as const, items: evidence.notes }]),
      modelsTable(evidence.candidates),
      { kind: "paragraph", text: methodsWords(evidence) },
      ...evidence.candidates.flatMap(rulesOf),
      ...nearBestBlocks(evidence),
      ...earningsBlocks(evidence),
      ...restsOn(decision),
    ],
  };
}

function chosenSentence({ chosen }: Decision): string {
  const rate =
    chosen.passRate === null ? "" : `: ${rateWords(chosen.passRate)} on ${casesWords(chosen.passRate.n)}`;
  return `${chosen.model.name} (version ${chosen.model.version}) was chosen${rate}.`;
}

function factsOf({ state, approvedBy, createdAt, expiresAt, evidence, supersededBy, supersedes }: Decision) {
  return [
    { term: "State", value: state },
    { term: "Approved by", value: `${approvedBy} on ${dayOf(createdAt)}` },
    { term: "Holds until", value: expiresAt === null ? "something changes" : dayOf(expiresAt) },
    { term: "Dataset", value: evidence.dataset.name },
    ...(supersedes === null ? [] : [{ term: "Took the place of", value: `decision ${supersedes.number}` }]),
    ...(supersededBy === null ? [] : [{ term: "Superseded by", value: `decision ${supersededBy.number}` }]),
  ];
}

function section(heading: string, items: readonly string[]): DocumentBlock[] {
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "list", items },
      ];
}

function prose(heading: string, text: string): DocumentBlock[] {
  return text === ""
    ? []
    : [
        { kind: "heading", text: heading },
        { kind: "paragraph", text },
      ];
}

const standingWords = {
  clears: "clears the bar",
  misses: "misses the bar",
  "not enough evidence": "cannot tell yet",
};

function modelsTable(candidates: readonly Candidate[]): DocumentBlock {
  return {
    kind: "table",
    header: ["Model", "Standing", "Pass rate (95 %)", "n", "p95 latency", "Cost per 1,000"],
    rows: candidates.map((one) => [
      `${one.model.name} v${one.model.version}`,
      one.standing === null ? "no bar set" : standingWords[one.standing],
      one.passRate === null ? "nothing scored" : rateWords(one.passRate),
      countWords(one.passRate?.n ?? 0),
      latencyCell(one.latencyP95Ms),
      costCell(one.costPer1000),
    ]),
  };
}

function rulesOf({ model, rules, dominatedBy }: Candidate): DocumentBlock[] {
  const needless =
    dominatedBy === null
      ? []
      : [`Needless beside ${dominatedBy}, which is no worse, not dearer and not slower.`];
  const items = [...needless, ...rules.map(({ sentence, verdict }) => `${verdict}: ${sentence}`)];
  return items.length === 0
    ? []
    : [
        { kind: "paragraph", text: `${model.name}:` },
        { kind: "list", items },
      ];
}

function note(text: string): DocumentBlock[] {
  return text === "" ? [] : [{ kind: "paragraph", text }];
}

function nearBestBlocks({ nearBest, candidates }: Board): DocumentBlock[] {
  if (nearBest === null) return [];
  const nameOf = (runId: string) => candidates.find(({ run }) => run.id === runId)?.model.name ?? "";
  return [
    { kind: "heading", text: `No worse than the best by ${pointsWords(nearBest.margin)}` },
    { kind: "paragraph", text: nearBestWords(nearBest, nameOf) },
    {
      kind: "table",
      header: ["Model", "Against the best", "Paired difference", "n"],
      rows: nearBest.rows.map(({ runId, verdict, pair }) => [
        nameOf(runId),
        verdict,
        pair === null ? "" : intervalCell(pair),
        pair === null ? "" : countWords(pair.n),
      ]),
    },
    ...note(sizeNote(nearBest, candidates)),
  ];
}

function earningsBlocks({ earnings, candidates }: Board): DocumentBlock[] {
  if (earnings === null) return [];
  const nameOf = (runId: string) => candidates.find(({ run }) => run.id === runId)?.model.name ?? "";
  return [
    { kind: "heading", text: "Money" },
    { kind: "paragraph", text: earningsWords(earnings, nameOf) },
    {
      kind: "table",
      header: ["Model", "A month", "Behind the best", "Breaks even at"],
      rows: earnings.rows.map(({ runId, monthlyMicroUsd, behind, breakEvenRate }) => [
        nameOf(runId),
        moneyCell(monthlyMicroUsd),
        behind === null
          ? ""
          : `${moneyCell(behind.value)} [${moneyCell(behind.lower)}, ${moneyCell(behind.upper)}]`,
        breakEvenRate === null ? "never" : percentWords(breakEvenRate),
      ]),
    },
    ...note(doubtWords(earnings)),
  ];
}

function restsOn({ evidence }: Decision): DocumentBlock[] {
  const [first] = evidence.candidates;
  const graders = first?.graders ?? [];
  return [
    { kind: "heading", text: "What it rests on" },
    {
      kind: "table",
      header: ["Model", "Run", "Dataset version", "Price per million tokens"],
      rows: evidence.candidates.map(({ model, run, datasetVersion, prices }) => [
        `${model.name} v${model.version}`,
        String(run.number),
        String(datasetVersion.number),
        priceCell(prices),
      ]),
    },
    ...(graders.length === 0
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: `Judged by ${graders.map(({ name, version }) => `${name} version ${version}`).join(", ")}.`,
          },
        ]),
  ];
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
