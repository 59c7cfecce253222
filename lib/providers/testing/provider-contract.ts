import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AnswerRequest, Provider } from "../provider.ts";
import { ProviderError } from "../provider-error.ts";

export type ProviderUnderTest = { provider: Provider; stop: () => Promise<void> };

/** A request whose prompt and case input say the same. */
export function requestFor(input: unknown): AnswerRequest {
  const content = typeof input === "string" ? input : (JSON.stringify(input) ?? "");
  return { messages: [{ role: "user", content }], input, caseKey: "c-1", repetition: 1, parameters: {} };
}

const hostileInputs: [string, unknown][] = [
  ["nothing", ""],
  ["null", null],
  ["a number", 12.5],
  ["an empty object", {}],
  ["prototype keys", JSON.parse('{"__proto__":{"x":"y"},"constructor":"c"}')],
  ["a lone surrogate", "x\uD800y"],
  ["NUL and controls", "a\0b\u001b[31m"],
  ["markup", "<script>alert(1)</script> {{y}} =cmd()"],
  ["a long text", "word ".repeat(20_000)],
  ["deep nesting", JSON.parse(`${"[".repeat(500)}"leaf"${"]".repeat(500)}`)],
];

/** What every provider must do, whatever answers behind it. */
export function describeProviderContract(name: string, start: () => Promise<ProviderUnderTest>): void {
  describe(`${name}: provider contract`, () => {
    let subject: ProviderUnderTest;
    beforeEach(async () => {
      subject = await start();
    });
    afterEach(() => subject.stop());
    const ask = (input: unknown, signal = new AbortController().signal) =>
      subject.provider.answer(requestFor(input), signal);

    it("gives an answer with every field in its range", async () => {
      const answer = await ask("Where is my card?");
      expect(typeof answer.output).toBe("string");
      expect(answer.latencyMs).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(answer.latencyMs)).toBe(true);
      if (answer.timeToFirstTokenMs !== null) {
        expect(answer.timeToFirstTokenMs).toBeGreaterThanOrEqual(0);
        expect(answer.timeToFirstTokenMs).toBeLessThanOrEqual(answer.latencyMs ?? 0);
      }
      for (const count of Object.values(answer.usage))
        expect(count === null || Number.isInteger(count)).toBe(true);
      expect(["stop", null]).toContain(answer.finishReason);
    });

    it("answers many requests at once, each with its own answer", async () => {
      const inputs = Array.from({ length: 40 }, (_, index) => `question number ${index}. Second sentence.`);
      const together = await Promise.all(inputs.map((input) => ask(input)));
      const alone: string[] = [];
      for (const input of inputs) alone.push((await ask(input)).output);
      expect(together.map(({ output }) => output)).toEqual(alone);
    });

    it.each(hostileInputs)("survives %s as input", async (_name, input) => {
      const { output } = await ask(input);
      expect(typeof output).toBe("string");
    });

    it("rejects as cancelled when the signal is already aborted", async () => {
      await expect(ask("x", AbortSignal.abort())).rejects.toMatchObject({
        name: "ProviderError",
        errorClass: "cancelled",
      });
    });

    it("rejects every call after closing, and can be closed twice", async () => {
      await subject.provider.close();
      await subject.provider.close();
      await expect(ask("x")).rejects.toBeInstanceOf(ProviderError);
    });
  });
}
