import { expect, test } from "vitest";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import { modelDifference } from "./model-changes.ts";

const version = (change: Partial<ModelVersion> = {}): ModelVersion => ({
  id: "1",
  modelId: "m",
  modelName: "Router",
  number: 1,
  provider: "connection",
  providerModel: "small-1",
  messages: [{ role: "user", content: "{{input}}" }],
  parameters: { temperature: 0 },
  builtInKind: null,
  builtInConfig: null,
  trainingVersionId: null,
  trainingSplits: [],
  inputPrice: 150_000,
  outputPrice: null,
  createdAt: new Date(0),
  createdBy: "x",
  connection: {
    id: "c",
    name: "Local",
    baseUrl: "http://127.0.0.1:8000/v1",
    maxConcurrency: 8,
    timeoutSeconds: 60,
  },
  training: null,
  ...change,
});

test("equal versions differ in nothing", () => {
  expect(modelDifference(version(), version())).toMatchObject({ settings: [], samePrompt: true });
});

test("names each setting that differs, also one that is set on one side only", () => {
  const { settings, samePrompt, prompt } = modelDifference(
    version(),
    version({
      number: 2,
      parameters: { temperature: 0.7, maxTokens: 20 },
      outputPrice: 600_000,
      messages: [
        { role: "system", content: "Be brief." },
        { role: "user", content: "{{input}}" },
      ],
    }),
  );
  expect(settings).toEqual([
    { field: "Model", a: "Router v1", b: "Router v2" },
    { field: "Output price per million tokens", a: "unknown", b: "$0.60" },
    { field: "Parameter temperature", a: "0", b: "0.7" },
    { field: "Parameter maxTokens", a: "not set", b: "20" },
  ]);
  expect(samePrompt).toBe(false);
  expect(prompt).toEqual([
    { place: 1, role: "user \u2192 system", a: "{{input}}", b: "Be brief." },
    { place: 2, role: "user", a: "", b: "{{input}}" },
  ]);
});
