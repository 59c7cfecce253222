import { memberOf, parseJson, textOf } from "#lib/providers/json-fields.ts";
import type { AnswerRequest } from "#lib/providers/provider.ts";
import { bodyPlaceholders } from "../../services/body-template.ts";
import { placeholderNames } from "../../services/placeholders.ts";
import type { OpenTarget } from "./build-called-provider.ts";

const sampleText = "Answer with the word OK and nothing else.";

/** A request to try a connection with. Every field of the case that a service is told about holds the sample text. */
export function sampleRequest(target: OpenTarget): AnswerRequest {
  const names = target.kind === "http" ? serviceNames(target) : [];
  return {
    messages: [{ role: "user", content: sampleText }],
    input: fieldsOf("input", names) ?? sampleText,
    metadata: fieldsOf("metadata", names) ?? {},
    caseKey: "test",
    repetition: 1,
    parameters: {},
  };
}

function serviceNames({ baseUrl, settings }: OpenTarget): string[] {
  const template = textOf(memberOf(settings, "bodyTemplate"));
  return [...placeholderNames(baseUrl), ...(template === null ? [] : bodyPlaceholders(parseJson(template)))];
}

/** Keys with dots in them are found as they are written, so no nesting is needed. */
function fieldsOf(root: string, names: readonly string[]): Record<string, string> | null {
  const paths = names.flatMap((name) => {
    const [first, ...rest] = name.split(".").map((step) => step.trim());
    return first === root && rest.length > 0 ? [rest.join(".")] : [];
  });
  return paths.length === 0 ? null : Object.fromEntries(paths.map((path) => [path, sampleText]));
}
