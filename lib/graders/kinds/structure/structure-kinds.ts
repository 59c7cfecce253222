import { htmlValidity } from "./html-validity.ts";
import { jsonEqual } from "./json-equal.ts";
import { jsonFields } from "./json-fields.ts";
import { jsonSchema } from "./json-schema.ts";
import { jsonValidity } from "./json-validity.ts";
import { listMatch } from "./list-match.ts";
import { xmlValidity } from "./xml-validity.ts";
import { yamlValidity } from "./yaml-validity.ts";

export const structureKinds = [
  jsonFields,
  jsonEqual,
  jsonSchema,
  jsonValidity,
  listMatch,
  yamlValidity,
  xmlValidity,
  htmlValidity,
] as const;
