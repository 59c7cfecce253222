import { expect, it, vi } from "vitest";
import { describeProviderContract, requestFor } from "../testing/provider-contract.ts";
import { createRecordedProvider, type FindRecorded, type RecordedKey } from "./recorded-provider.ts";

const recorded = (key: RecordedKey) => ({
  ...key,
  output: `answer of ${key.caseKey}/${key.repetition}`,
  finishReason: "stop",
  latencyMs: 12.5,
  timeToFirstTokenMs: null,
  promptTokens: 3,
  completionTokens: null,
  costMicroUsd: 7,
});
const never = new AbortController().signal;

describeProviderContract("recorded", async () => {
  const provider = createRecordedProvider(async (keys) => keys.map(recorded));
  return { provider, stop: () => provider.close() };
});

it("finds the answer of a case and a repetition, with what was recorded about it", async () => {
  const provider = createRecordedProvider(async (keys) => keys.map(recorded));
  const answer = await provider.answer({ ...requestFor("x"), caseKey: "c-9", repetition: 2 }, never);
  expect(answer).toMatchObject({
    output: "answer of c-9/2",
    latencyMs: 12.5,
    usage: { promptTokens: 3, completionTokens: null },
    recordedCostMicroUsd: 7,
  });
});

it("says which answer is missing, for that case alone", async () => {
  const provider = createRecordedProvider(async (keys) =>
    keys.filter(({ caseKey }) => caseKey !== "c-2").map(recorded),
  );
  const ask = (caseKey: string) => provider.answer({ ...requestFor("x"), caseKey }, never);
  const [one, two] = await Promise.allSettled([ask("c-1"), ask("c-2")]);
  expect(one.status).toBe("fulfilled");
  expect(two).toMatchObject({
    reason: { errorClass: "permanent", code: "not-found", message: expect.stringMatching(/for case c-2\./) },
  });
});

it("looks up together what is asked together", async () => {
  const find = vi.fn<FindRecorded>(async (keys) => keys.map(recorded));
  const provider = createRecordedProvider(find);
  const calls = Array.from({ length: 1200 }, (_, index) =>
    provider.answer({ ...requestFor("x"), caseKey: `c-${index}` }, never),
  );
  await Promise.all(calls);
  expect(find.mock.calls.map(([keys]) => keys.length)).toEqual([500, 500, 200]);
});

it("a database that fails is worth another try", async () => {
  const provider = createRecordedProvider(async () => {
    throw new Error("connection lost");
  });
  await expect(provider.answer(requestFor("x"), never)).rejects.toMatchObject({ errorClass: "transient" });
});
