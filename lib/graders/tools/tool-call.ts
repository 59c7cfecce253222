import { isPlainObject } from "../json/leaf-fields.ts";

export type ToolCall = {
  name: string;
  /** Undefined when they are not JSON; `argumentsText` then says what they were. */
  arguments: unknown;
  argumentsText: string;
};

export const maxToolCalls = 200;

/**
 * Reads calls of tools from JSON as providers and datasets write them: a list, or an object with `tool_calls` or `toolCalls`. A call is
 * the name of a tool, or an object with `name` and `arguments` (or `args`, `input`, `parameters`), also inside `function`. Arguments may
 * be JSON text. Null when the value is nothing of the kind.
 */
export function toolCallsFrom(value: unknown): ToolCall[] | null {
  const list = Array.isArray(value) ? value : listInside(value);
  if (list === null) return null;
  const calls = list.map(toolCallFrom);
  return calls.includes(null) ? null : calls.filter((call) => call !== null);
}

function listInside(value: unknown): unknown[] | null {
  if (!isPlainObject(value)) return null;
  for (const key of ["tool_calls", "toolCalls", "calls"]) {
    const inside = value[key];
    if (Object.hasOwn(value, key) && Array.isArray(inside)) return inside;
  }
  return null;
}

function toolCallFrom(value: unknown): ToolCall | null {
  if (typeof value === "string") return toToolCall(value, {});
  if (!isPlainObject(value)) return null;
  const call = isPlainObject(value.function) ? value.function : value;
  const { name } = call;
  if (typeof name !== "string" || name === "") return null;
  return toToolCall(name, call.arguments ?? call.args ?? call.input ?? call.parameters ?? {});
}

/** `given` is the arguments as JSON text, or as their value. */
export function toToolCall(name: string, given: unknown): ToolCall {
  if (typeof given !== "string")
    return { name, arguments: given, argumentsText: JSON.stringify(given) ?? "" };
  try {
    return { name, arguments: given.trim() === "" ? {} : JSON.parse(given), argumentsText: given };
  } catch {
    return { name, arguments: undefined, argumentsText: given };
  }
}
