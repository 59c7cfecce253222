import { RE2JS, RE2JSException } from "re2js";

/** A pattern that cannot be run, in words for whoever wrote it. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** A text that is too long for a pattern of this size. */
export class PatternBudgetError extends Error {
  override readonly name = "PatternBudgetError";
}

export type PatternOptions = { ignoreCase: boolean; multiline: boolean; dotAll: boolean };
export type SafePattern = {
  /** Whether the pattern matches somewhere in the text. */
  test(text: string): boolean;
  /** The match, or null. `full` asks for the whole text. */
  match(text: string, scope: "search" | "full"): PatternMatch | null;
};
export type PatternMatch = { text: string; groups: { name: string; text: string | null }[] };

const MAX_PATTERN_CHARS = 5_000;
const MAX_PROGRAM_SIZE = 5_000;
/** Steps of the slowest matcher, measured at 20 ns each: one second. */
const MAX_STEPS = 50_000_000;

/**
 * Compiles a pattern in RE2 syntax (https://github.com/google/re2/wiki/Syntax): no back-references and no look-around, and therefore
 * time linear in the text for every pattern. Throws `PatternError` at compilation and `PatternBudgetError` when a text is too long.
 */
export function compileSafePattern(pattern: string, options: PatternOptions): SafePattern {
  const compiled = compile(pattern, options);
  const size = compiled.programSize();
  if (size > MAX_PROGRAM_SIZE) throw new PatternError("The pattern is too large. Use smaller repeat counts.");
  const names = Object.keys(compiled.namedGroups());
  const spend = (text: string) => {
    if (text.length * size <= MAX_STEPS) return;
    const most = Math.floor(MAX_STEPS / size).toLocaleString("en-GB");
    throw new PatternBudgetError(`a pattern of this size is run on texts of at most ${most} characters`);
  };
  return {
    test: (text) => {
      spend(text);
      return compiled.test(text);
    },
    match: (text, scope) => {
      spend(text);
      const matches = scope === "full" ? compiled.testExact(text) : compiled.test(text);
      if (!matches) return null;
      const matcher = compiled.matcher(text);
      if (!(scope === "full" ? matcher.matches() : matcher.find())) return null;
      return {
        text: matcher.group() ?? "",
        groups: names.map((name) => ({ name, text: matcher.group(name) })),
      };
    },
  };
}

function compile(pattern: string, options: PatternOptions): RE2JS {
  if (pattern.length > MAX_PATTERN_CHARS) {
    throw new PatternError(`A pattern has at most ${MAX_PATTERN_CHARS.toLocaleString("en-GB")} characters.`);
  }
  const flags =
    (options.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) |
    (options.multiline ? RE2JS.MULTILINE : 0) |
    (options.dotAll ? RE2JS.DOTALL : 0);
  try {
    return RE2JS.compile(RE2JS.translateRegExp(pattern), flags);
  } catch (error) {
    throw new PatternError(explain(pattern, error));
  }
}

function explain(pattern: string, error: unknown): string {
  if (/\(\?<?[=!]/.test(pattern))
    return "Look-ahead and look-behind cannot be used here. Match the text itself and read it from a group.";
  if (/\\[1-9]/.test(pattern)) return "Back-references such as \\1 cannot be used here.";
  const message = error instanceof RE2JSException ? error.message : String(error);
  return `The pattern cannot be read: ${message.replace(/^error parsing regexp: /, "").slice(0, 200)}.`;
}
