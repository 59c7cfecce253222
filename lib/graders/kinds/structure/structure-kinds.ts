import { jsonFields } from "./json-fields.ts";
import { jsonSchema } from "./json-schema.ts";
import { jsonValidity } from "./json-validity.ts";

export const structureKinds = [jsonFields, jsonSchema, jsonValidity] as const;
