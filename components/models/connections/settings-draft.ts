import { listOf, memberOf, textOf } from "#lib/providers/json-fields.ts";

export type HeaderDraft = {
  /** Stays with the row while others go; never stored. */
  id: string;
  name: string;
  value: string;
};

export type ServiceDraft = {
  method: string;
  headers: HeaderDraft[];
  /** An empty value of a stored one keeps it. */
  secretHeaders: HeaderDraft[];
  bodyTemplate: string;
  responsePath: string;
  promptTokensPath: string;
  completionTokensPath: string;
};

export type CommandDraft = {
  /** One argument a line. */
  arguments: string;
  input: "text" | "json";
};

const firstBody = '{\n  "question": "{{prompt}}"\n}';

/** The settings of a stored service, or what a new one starts with. */
export function serviceDraftOf(stored: unknown): ServiceDraft {
  const text = (name: string, start: string) => textOf(memberOf(stored, name)) ?? start;
  const names = (listOf(memberOf(stored, "secretHeaderNames")) ?? []).flatMap((name) => textOf(name) ?? []);
  return {
    method: text("method", "POST"),
    headers: (listOf(memberOf(stored, "headers")) ?? []).map((header, index) => ({
      id: `stored-${index}`,
      name: textOf(memberOf(header, "name")) ?? "",
      value: textOf(memberOf(header, "value")) ?? "",
    })),
    secretHeaders: names.map((name, index) => ({ id: `stored-${index}`, name, value: "" })),
    bodyTemplate: text("bodyTemplate", firstBody),
    responsePath: text("responsePath", memberOf(stored, "method") === undefined ? "answer" : ""),
    promptTokensPath: text("promptTokensPath", ""),
    completionTokensPath: text("completionTokensPath", ""),
  };
}

export function serviceSettingsOf(draft: ServiceDraft): Record<string, unknown> {
  const { method, headers, bodyTemplate, responsePath, promptTokensPath, completionTokensPath } = draft;
  return {
    method,
    headers: filled(headers),
    bodyTemplate,
    responsePath,
    promptTokensPath,
    completionTokensPath,
  };
}

export function secretHeadersOf({ secretHeaders }: ServiceDraft): { name: string; value: string }[] {
  return filled(secretHeaders);
}

/** The settings of a stored program, or what a new one starts with. */
export function commandDraftOf(stored: unknown): CommandDraft {
  const list = listOf(memberOf(stored, "arguments")) ?? [];
  return {
    arguments: list.flatMap((argument) => textOf(argument) ?? []).join("\n"),
    input: memberOf(stored, "input") === "json" ? "json" : "text",
  };
}

export function commandSettingsOf(draft: CommandDraft): Record<string, unknown> {
  const lines = draft.arguments.split("\n").filter((line) => line !== "");
  return { arguments: lines, input: draft.input };
}

function filled(headers: readonly HeaderDraft[]): { name: string; value: string }[] {
  return headers
    .filter(({ name, value }) => name.trim() !== "" || value !== "")
    .map(({ name, value }) => ({ name, value }));
}
