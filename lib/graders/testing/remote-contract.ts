import { describe, expect, test } from "vitest";
import type { GradeInput } from "../grader-kind.ts";
import { type Graded, openGrader } from "../open-grader.ts";
import type { AnyGraderKind } from "../registry.ts";
import type { GraderServices } from "../services/grader-services.ts";
import { noServices } from "../services/no-services.ts";
import { ServicesStopped } from "../services/services-stopped.ts";
import { expectProperGrade } from "./expect-proper-grade.ts";
import { expectedValues, hostileOutputs } from "./hostile-answers.ts";
import { scriptedServices } from "./scripted-services.ts";

const timeoutMs = 30_000;
const never = new AbortController().signal;
const id = "01900000-0000-7000-8000-000000000001";

/** What makes the defaults of a kind complete. */
const chosen: Record<string, unknown> = {
  judges: [id],
  connectionId: id,
  model: "fake-embedding",
  url: "http://127.0.0.1:9/grade",
};

const metadata = { contexts: ["Lisbon is the capital of Portugal.", "Madrid is in Spain."] };
const answer: GradeInput = { input: { text: "Capital?" }, expected: "Lisbon", output: "Lisbon", metadata };

/** What every kind that asks somebody promises, whatever it is told. Called once for each such kind of the registry. */
export function describeRemoteContract(kind: AnyGraderKind): void {
  const defaults: Record<string, unknown> = Object(kind.defaults);
  const keys = Object.keys(defaults).filter((key) => Object.hasOwn(chosen, key));
  const complete = { ...defaults, ...Object.fromEntries(keys.map((key) => [key, chosen[key]])) };
  const grade = async (
    input: GradeInput,
    services: GraderServices,
    { config = complete, signal = never }: { config?: unknown; signal?: AbortSignal } = {},
  ): Promise<Graded> => {
    const { direction, defaultThreshold: threshold } = kind;
    const opened = openGrader({ kind: kind.kind, config, direction, threshold }, services);
    return await opened.grade(input, signal);
  };
  const failing = (error: Error): GraderServices => ({
    ...noServices,
    judges: { ask: () => Promise.reject(error) },
    embeddings: { embed: () => Promise.reject(error) },
    webhooks: { post: () => Promise.reject(error) },
  });

  describe(`the grader ${kind.kind}`, () => {
    test("has defaults that its schema takes as they are, and says what they still lack", () => {
      expect(kind.configSchema.parse(kind.defaults)).toEqual(kind.defaults);
      expect(kind.configSchema.safeParse({ ...defaults, somethingElse: 1 }).success).toBe(false);
      expect(Object.keys(kind.references?.(kind.defaults)?.missing ?? {})).not.toEqual([]);
      expect(kind.references?.(complete)?.missing ?? {}).toEqual({});
      expect(kind.explanation).toMatch(/^[A-Z][^.!]+\.$/);
      expect(kind.label.length).toBeLessThanOrEqual(30);
    });

    test("is unscored with what to do while nobody is chosen to ask", async () => {
      const graded = await grade(answer, scriptedServices().services, { config: kind.defaults });
      expect(graded).toMatchObject({ status: "unscored", reason: /chosen|entered/ });
    });

    test.each(hostileOutputs)(
      "judges %s against every expected value",
      { timeout: timeoutMs },
      async (_name, output) => {
        const { services } = scriptedServices();
        for (const [, expected] of expectedValues)
          expectProperGrade(await grade({ ...answer, expected, output }, services));
      },
    );

    test("is unscored when it needs an expected value and there is none", async () => {
      const graded = await grade({ ...answer, expected: null }, scriptedServices().services);
      if (kind.needsExpected) expect(graded).toMatchObject({ status: "unscored", reason: /expected value/ });
      else expect(graded.status).toBe("scored");
    });

    test.each<[string, string]>([
      ["nothing", ""],
      ["prose", "I think that this is a rather good answer."],
      ["half of a JSON text", '{"reason": "it is'],
      ["another JSON", '{"colour": "green"}'],
      ["an empty object", "{}"],
      ["1 MB", "x".repeat(1_000_000)],
      ["100 kB of line breaks", "\n".repeat(100_000)],
      ["100 kB of open braces", "{".repeat(100_000)],
    ])("is unscored when the answer is %s", { timeout: timeoutMs }, async (_name, said) => {
      const script = scriptedServices({ judge: () => said, webhook: () => said, embed: () => [] });
      const graded = await grade(answer, script.services);
      expect(graded.status).toBe("unscored");
      expectProperGrade(graded);
    });

    test("is unscored with the reason when nobody can be reached", async () => {
      const graded = await grade(answer, noServices);
      expect(graded).toMatchObject({ status: "unscored", reason: /not there/ });
    });

    test("leaves the answer for later when the services stop, and ends when it is aborted", async () => {
      await expect(grade(answer, failing(new ServicesStopped()))).rejects.toThrow(ServicesStopped);
      const signal = AbortSignal.abort(new Error("aborted"));
      await expect(grade(answer, failing(new Error("aborted")), { signal })).rejects.toThrow("aborted");
      const graded = await grade(answer, failing(new Error("it broke")));
      expect(graded).toMatchObject({ status: "unscored", reason: /it broke/ });
    });

    test("gives the same verdict twice", async () => {
      const { services } = scriptedServices();
      expect(await grade(answer, services)).toEqual(await grade(answer, services));
    });
  });
}
