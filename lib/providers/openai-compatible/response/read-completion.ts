import { isObject, listOf, memberOf, textOf } from "../../json-fields.ts";
import type { ToolCall } from "../../provider.ts";

/** A chat completion or one chunk of a streamed one; what is missing or odd is null. */
export type Completion = {
  id: string | null;
  model: string | null;
  choices: readonly Choice[];
  usage: unknown;
  error: CompletionError | null;
};

type Choice = { index: number; message: unknown; delta: unknown; finishReason: string | null };
type CompletionError = { code: string | number | null; type: string | null };

/** Null when it cannot be one: no object, or with choices or an error that are neither absent nor readable. */
export function readCompletion(value: unknown): Completion | null {
  if (!isObject(value)) return null;
  const choices = readChoices(value.choices);
  const error = readError(value.error);
  if (choices === null || error === undefined) return null;
  return { id: textOf(value.id), model: textOf(value.model), choices, usage: value.usage, error };
}

/** We ask for one choice; a server that sends more gets the first one read. */
export function firstChoice({ choices }: Completion): Choice | null {
  return choices.find(({ index }) => index === 0) ?? null;
}

/** The text of a message or delta: its content, or the refusal that stands in its place. */
export function messageText(message: unknown): string {
  return contentText(memberOf(message, "content")) || (textOf(memberOf(message, "refusal")) ?? "");
}

/** The tool calls of a whole message; null when there are none. */
export function toolCallsOf(message: unknown): ToolCall[] | null {
  const calls = (listOf(memberOf(message, "tool_calls")) ?? []).flatMap((call, index) => {
    const called = memberOf(call, "function");
    const name = textOf(memberOf(called, "name"));
    if (name === null) return [];
    const id = textOf(memberOf(call, "id")) ?? `call_${index}`;
    return [{ id, name, arguments: argumentsText(memberOf(called, "arguments")) }];
  });
  return calls.length > 0 ? calls : null;
}

/** Arguments are JSON in a text; some servers send the object itself. */
export function argumentsText(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Text, or the list of parts that some servers send; parts that are not text (reasoning, images) are left out. */
function contentText(content: unknown): string {
  if (typeof content === "string") return content;
  return (listOf(content) ?? [])
    .map((part) => {
      const type = memberOf(part, "type");
      return type === undefined || type === "text" ? (textOf(memberOf(part, "text")) ?? "") : "";
    })
    .join("");
}

function readChoices(value: unknown): Choice[] | null {
  if (value === undefined || value === null) return [];
  const list = listOf(value);
  if (list === null || !list.every(isObject)) return null;
  return list.map((choice) => ({
    index: typeof choice.index === "number" ? choice.index : 0,
    message: choice.message ?? null,
    delta: choice.delta ?? null,
    finishReason: textOf(choice.finish_reason),
  }));
}

/** Undefined when there is something in the error's place that cannot be read as one. */
function readError(value: unknown): CompletionError | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return { code: null, type: null };
  if (!isObject(value)) return undefined;
  const code = typeof value.code === "number" ? value.code : textOf(value.code);
  return { code, type: textOf(value.type) };
}
