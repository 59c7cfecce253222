import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { checkJsonValue } from "#lib/formats/check-json-value.ts";
import type { Direction, JsonValue } from "../grader-kind.ts";
import { type AnyGraderKind, graderKind } from "../registry.ts";
import { type GraderContentInput, graderContentSchema } from "./grader-content.ts";

export type GraderContent = {
  kind: string;
  config: { [key: string]: JsonValue };
  direction: Direction;
  threshold: number;
  weight: number;
  critical: boolean;
};

/** Checks the content of a grader version and the configuration of its kind. Throws `invalid` with fields such as `config.pattern`. */
export function parseGraderContent(input: GraderContentInput): GraderContent {
  const { config, ...content } = parseInput(graderContentSchema, input);
  if (content.critical && content.weight === 0) {
    const message = "A critical grader must count. Give it a weight above 0.";
    throw new AppError("invalid", message, { weight: message });
  }
  return { ...content, config: parseGraderConfig(graderKind(content.kind), config) };
}

export function parseGraderConfig(kind: AnyGraderKind, config: unknown): GraderContent["config"] {
  const parsed = kind.configSchema.safeParse(config);
  if (!parsed.success) {
    const fields: Record<string, string> = {};
    for (const issue of parsed.error.issues) fields[["config", ...issue.path].join(".")] ??= issue.message;
    const [message = "The configuration is not valid."] = Object.values(fields);
    throw new AppError("invalid", message, fields);
  }
  const problem = checkJsonValue(parsed.data);
  if (problem !== null) throw new AppError("invalid", `The configuration cannot be stored. ${problem}`);
  // What a strict schema returned and what the check above walked through is a JSON object.
  return parsed.data as GraderContent["config"];
}
