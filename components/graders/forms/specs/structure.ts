import type { JsonSchemaConfig } from "#lib/graders/kinds/structure/json-schema.ts";
import type { JsonValidityConfig } from "#lib/graders/kinds/structure/json-validity.ts";
import type { ConfigField, FormSpec } from "../fields/config-field.ts";

const allowFence: ConfigField<"allowFence"> = {
  type: "checkbox",
  name: "allowFence",
  label: "JSON may stand in a code fence",
  hint: "Takes the first ```json block of the answer and ignores the text around it.",
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

export const structureForms: Readonly<Record<string, FormSpec>> = {
  "json-validity": jsonValidity,
  "json-schema": jsonSchema,
};
