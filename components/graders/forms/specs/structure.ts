import type { HtmlValidityConfig } from "#lib/graders/kinds/structure/html-validity.ts";
import type { JsonEqualConfig } from "#lib/graders/kinds/structure/json-equal.ts";
import type { JsonSchemaConfig } from "#lib/graders/kinds/structure/json-schema.ts";
import type { JsonValidityConfig } from "#lib/graders/kinds/structure/json-validity.ts";
import type { ListMatchConfig } from "#lib/graders/kinds/structure/list-match.ts";
import type { XmlValidityConfig } from "#lib/graders/kinds/structure/xml-validity.ts";
import type { YamlValidityConfig } from "#lib/graders/kinds/structure/yaml-validity.ts";
import type { ConfigField, FormSpec } from "../fields/config-field.ts";
import { normalisations } from "./normalisations-field.ts";

const allowFence: ConfigField<"allowFence"> = {
  type: "checkbox",
  name: "allowFence",
  label: "JSON may stand in a code fence",
  hint: "Takes the first ```json block of the answer and ignores the text around it.",
};

const allowAnyFence: ConfigField<"allowFence"> = {
  type: "checkbox",
  name: "allowFence",
  label: "It may stand in a code fence",
  hint: "Takes the first ``` block of the answer and ignores the text around it.",
};

const jsonValidity: FormSpec<keyof JsonValidityConfig> = {
  fields: [
    {
      type: "choice",
      name: "shape",
      label: "The answer must be",
      options: [
        { value: "object", label: "An object: { … }" },
        { value: "list", label: "A list: [ … ]" },
        { value: "any", label: "Any JSON, also a single value" },
      ],
    },
    allowFence,
  ],
};

const jsonSchema: FormSpec<keyof JsonSchemaConfig> = {
  fields: [
    {
      type: "json",
      name: "schema",
      label: "JSON Schema",
      hint: "Draft 2020-12, or draft-07 when $schema names it. Formats such as date and email are checked.",
      rows: 12,
    },
    allowFence,
  ],
};

const jsonEqual: FormSpec<keyof JsonEqualConfig> = {
  note: "The order of fields does not matter; the order of lists does.",
  fields: [allowFence],
};

const listMatch: FormSpec<keyof ListMatchConfig> = {
  note: "The expected value is a list, or a text that is read as the answer is.",
  fields: [
    {
      type: "choice",
      name: "reading",
      label: "The answer lists its items",
      half: true,
      options: [
        { value: "json", label: "As JSON: [ … ]" },
        { value: "lines", label: "One on each line" },
        { value: "commas", label: "Parted by commas" },
      ],
    },
    {
      type: "choice",
      name: "order",
      label: "What counts",
      half: true,
      options: [
        { value: "set", label: "Which items are there" },
        { value: "bag", label: "Which items, and how often" },
        { value: "sequence", label: "Which items, and their order" },
      ],
    },
    {
      type: "choice",
      name: "measure",
      label: "The score is",
      options: [
        { value: "f1", label: "F1: both at once" },
        { value: "recall", label: "Recall: how many expected items are there" },
        { value: "precision", label: "Precision: how many items were expected" },
      ],
    },
    normalisations,
    allowFence,
  ],
};

const yamlValidity: FormSpec<keyof YamlValidityConfig> = {
  fields: [
    {
      type: "choice",
      name: "shape",
      label: "The answer must be",
      options: [
        { value: "object", label: "A mapping: key: value" },
        { value: "list", label: "A list: - item" },
        { value: "any", label: "Any YAML, also plain text" },
      ],
    },
    allowAnyFence,
  ],
};

const xmlValidity: FormSpec<keyof XmlValidityConfig> = {
  fields: [
    {
      type: "texts",
      name: "requiredElements",
      label: "Elements that must be there",
      hint: "One on each line, named from the outermost element: order.customer.name. None is fine.",
      rows: 2,
    },
    allowAnyFence,
  ],
};

const htmlValidity: FormSpec<keyof HtmlValidityConfig> = {
  note: "Tags have to be closed and nested. End tags may be left out where HTML allows it, as for li and td.",
  fields: [
    {
      type: "choice",
      name: "scope",
      label: "The answer must be",
      options: [
        { value: "fragment", label: "A piece of HTML" },
        { value: "document", label: "A whole document with <!doctype html>" },
      ],
    },
    allowAnyFence,
  ],
};

export const structureForms: Readonly<Record<string, FormSpec>> = {
  "json-equal": jsonEqual,
  "json-schema": jsonSchema,
  "json-validity": jsonValidity,
  "list-match": listMatch,
  "yaml-validity": yamlValidity,
  "xml-validity": xmlValidity,
  "html-validity": htmlValidity,
};
