import type { CitationsConfig } from "#lib/graders/kinds/agents/citations.ts";
import type { FinalStateConfig } from "#lib/graders/kinds/agents/final-state.ts";
import type { StepCountConfig } from "#lib/graders/kinds/agents/step-count.ts";
import type { ToolCallsConfig } from "#lib/graders/kinds/agents/tool-calls.ts";
import type { ValidToolCallsConfig } from "#lib/graders/kinds/agents/valid-tool-calls.ts";
import type { FormSpec } from "../fields/config-field.ts";

const toolCalls: FormSpec<keyof ToolCallsConfig> = {
  note: 'Expected calls are a JSON list: [{"name": "search", "arguments": {"query": "rooms"}}], or only names. An answer that lists calls as JSON is read where the model reports none.',
  fields: [
    {
      type: "choice",
      name: "source",
      label: "The expected calls are",
      half: true,
      options: [
        { value: "expected", label: "The case’s expected value" },
        { value: "metadata", label: "A field of the case’s metadata" },
      ],
    },
    {
      type: "text",
      name: "metadataField",
      label: "Field of the metadata",
      half: true,
      mono: true,
      visibleWhen: { name: "source", is: ["metadata"] },
    },
    {
      type: "choice",
      name: "order",
      label: "The order of calls",
      half: true,
      options: [
        { value: "same", label: "Must be as expected" },
        { value: "any", label: "Does not matter" },
      ],
    },
    {
      type: "choice",
      name: "extraCalls",
      label: "Other calls",
      half: true,
      options: [
        { value: "allow", label: "May be there" },
        { value: "fail", label: "Are wrong" },
      ],
      visibleWhen: { name: "score", is: ["all"] },
    },
    {
      type: "choice",
      name: "arguments",
      label: "Arguments",
      half: true,
      options: [
        { value: "partial", label: "The expected ones must be there, others may" },
        { value: "exact", label: "Must be exactly the expected ones" },
        { value: "ignore", label: "Do not count, only names" },
      ],
    },
    {
      type: "choice",
      name: "score",
      label: "The score is",
      half: true,
      options: [
        { value: "all", label: "1 when all is as expected, else 0" },
        { value: "f1", label: "F1 of expected and made calls" },
      ],
    },
    {
      type: "texts",
      name: "ignoredArguments",
      label: "Arguments that are not compared",
      hint: "One on each line, such as requestId.",
      rows: 2,
      visibleWhen: { name: "arguments", is: ["partial", "exact"] },
    },
  ],
};

const validToolCalls: FormSpec<keyof ValidToolCallsConfig> = {
  fields: [
    {
      type: "choice",
      name: "source",
      label: "The tools are",
      half: true,
      options: [
        { value: "metadata", label: "A field of the case’s metadata" },
        { value: "config", label: "The same for every case" },
      ],
    },
    {
      type: "text",
      name: "metadataField",
      label: "Field of the metadata",
      half: true,
      mono: true,
      visibleWhen: { name: "source", is: ["metadata"] },
    },
    {
      type: "json",
      name: "tools",
      label: "Tools",
      hint: 'A JSON list with the name and the JSON Schema of the arguments, as providers take it: [{"name": "search", "parameters": {…}}].',
      visibleWhen: { name: "source", is: ["config"] },
    },
    {
      type: "choice",
      name: "withoutCall",
      label: "An answer without a call",
      options: [
        { value: "fail", label: "Is wrong" },
        { value: "pass", label: "Is right" },
        { value: "unscored", label: "Is unscored" },
      ],
    },
  ],
};

const stepCount: FormSpec<keyof StepCountConfig> = {
  note: "A step is one call of a tool.",
  fields: [
    { type: "number", name: "minimum", label: "Fewest calls", optional: true, half: true },
    { type: "number", name: "maximum", label: "Most calls", optional: true, half: true },
    {
      type: "text",
      name: "tool",
      label: "Only calls of this tool",
      hint: "Empty counts every tool.",
      mono: true,
    },
  ],
};

const finalState: FormSpec<keyof FinalStateConfig> = {
  fields: [
    {
      type: "choice",
      name: "source",
      label: "The expected state is in",
      half: true,
      options: [
        { value: "expected", label: "The case’s expected value" },
        { value: "metadata", label: "The case’s metadata" },
      ],
    },
    {
      type: "text",
      name: "expectedPath",
      label: "Where in it",
      hint: "state, or after.order. Empty is all of it.",
      half: true,
      mono: true,
    },
    {
      type: "text",
      name: "answerPath",
      label: "Where in the answer’s JSON",
      hint: "Empty is all of it.",
      mono: true,
    },
    {
      type: "texts",
      name: "ignoredFields",
      label: "Fields that are not compared",
      hint: "One on each line, such as updatedAt or order.id.",
      rows: 2,
    },
    {
      type: "choice",
      name: "extraFields",
      label: "Fields that were not expected",
      options: [
        { value: "allow", label: "May be there" },
        { value: "count", label: "Count as wrong" },
      ],
    },
  ],
};

const citations: FormSpec<keyof CitationsConfig> = {
  note: "Checks that what is cited exists. Whether a source supports a sentence is for a judge.",
  fields: [
    {
      type: "choice",
      name: "place",
      label: "The sources are in",
      half: true,
      options: [
        { value: "metadata", label: "The case’s metadata" },
        { value: "input", label: "The case’s input" },
      ],
    },
    {
      type: "text",
      name: "field",
      label: "Field",
      hint: "A list of texts, or of objects with id and text.",
      half: true,
      mono: true,
    },
    {
      type: "choice",
      name: "cited",
      label: "Sources are cited",
      half: true,
      options: [
        { value: "numbers", label: "By number: [1], [2, 3]" },
        { value: "ids", label: "By id: [handbook]" },
      ],
    },
    {
      type: "choice",
      name: "firstNumber",
      label: "The first source is",
      half: true,
      options: [
        { value: "1", label: "[1]" },
        { value: "0", label: "[0]" },
      ],
      visibleWhen: { name: "cited", is: ["numbers"] },
    },
    {
      type: "choice",
      name: "score",
      label: "The score is",
      half: true,
      options: [
        { value: "all-exist", label: "1 when everything cited exists, else 0" },
        { value: "share-exist", label: "The share of citations that exist" },
        { value: "coverage", label: "The share of sentences with a citation, 0 when one is invented" },
      ],
    },
    {
      type: "choice",
      name: "withoutCitation",
      label: "An answer that cites nothing",
      half: true,
      options: [
        { value: "fail", label: "Is wrong" },
        { value: "pass", label: "Is right" },
        { value: "unscored", label: "Is unscored" },
      ],
    },
    {
      type: "checkbox",
      name: "checkQuotations",
      label: "Quoted passages must stand in a source word for word",
    },
    {
      type: "number",
      name: "fewestQuotedWords",
      label: "From how many words on",
      hint: "Shorter passages in quotation marks are no quotations.",
      visibleWhen: { name: "checkQuotations", is: [true] },
    },
  ],
};

export const agentsForms: Readonly<Record<string, FormSpec>> = {
  "tool-calls": toolCalls,
  "valid-tool-calls": validToolCalls,
  "step-count": stepCount,
  "final-state": finalState,
  citations,
};
