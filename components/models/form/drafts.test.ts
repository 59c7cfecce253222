import { describe, expect, test } from "vitest";
import { createConnectionInput } from "#lib/models/connections/connection-schema.ts";
import { modelConfigSchema } from "#lib/models/model-config.ts";
import { builtInModels, findBuiltInModel } from "#lib/providers/built-in/registry.ts";
import { builtInConfigOf, emptyBuiltInDraft } from "../built-in/built-in-draft.ts";
import { builtInDraftOf } from "../built-in/stored-built-in-draft.ts";
import { connectionDraftOf, connectionInputOf } from "../connections/connection-draft.ts";
import { priceText, readNumberText, readPriceText } from "./number-text.ts";
import { emptyServerDraft, serverConfigOf, serverDraftOf } from "./server-draft.ts";

const id = "01999999-0000-7000-8000-000000000001";

describe("numbers as they are typed", () => {
  test.each([
    ["", undefined, false],
    [" 0.2 ", 0.2, false],
    ["0,2", 0.2, false],
    ["1e-3", 0.001, false],
    ["-5", -5, false],
    ["abc", undefined, true],
    ["1.2.3", undefined, true],
    ["Infinity", undefined, true],
    ["1e999", undefined, true],
    ["0x10", undefined, true],
  ])("%j", (text, value, isWrong) => {
    const read = readNumberText(text);
    expect(read.value).toBe(value);
    expect(read.problem !== null).toBe(isWrong);
  });

  test.each([
    ["", null],
    ["0", 0],
    ["0.15", 150_000],
    ["$2.50", 2_500_000],
    ["0,6", 600_000],
  ])("the price %j is %j micro-dollars", (text, microUsd) => {
    expect(readPriceText(text)).toEqual({ value: microUsd, problem: null });
    expect(readPriceText(priceText(microUsd)).value).toBe(microUsd);
  });

  test("an unreadable price is a problem, not an unknown one", () => {
    expect(readPriceText("cheap").problem).not.toBeNull();
  });
});

describe("server model", () => {
  const stored = {
    connection: { id },
    providerModel: "small",
    messages: [
      { role: "system" as const, content: "Be brief." },
      { role: "user" as const, content: "{{input.text}}" },
    ],
    parameters: {
      temperature: 0,
      topP: 0.9,
      maxTokens: 64,
      seed: 7,
      stop: ["\n\n", "END", "back\\slash", "tab\there"],
      responseFormat: "json" as const,
      extra: { top_k: 20 },
    },
    inputPrice: 0,
    outputPrice: null,
  };

  test("is the same after it was shown in the form and read again", () => {
    const { config, problems } = serverConfigOf(serverDraftOf(stored));
    expect(problems).toEqual({});
    const { connection, ...content } = stored;
    expect(modelConfigSchema.parse(config)).toEqual({
      provider: "connection",
      connectionId: connection.id,
      ...content,
    });
  });

  test.each([
    [{ name: "answer", schema: { type: "object" } }],
    [{ name: "order", schema: { type: "object" }, strict: true }],
  ])("keeps the schema %j, the tools and their choice", (jsonSchema) => {
    const parameters = {
      responseFormat: { type: "json_schema" as const, json_schema: jsonSchema },
      tools: [{ type: "function" as const, function: { name: "find", parameters: { type: "object" } } }],
      toolChoice: { type: "function" as const, function: { name: "find" } },
    };
    const { config, problems } = serverConfigOf(serverDraftOf({ ...stored, parameters }));
    expect(problems).toEqual({});
    expect(modelConfigSchema.parse(config)).toMatchObject({ parameters });
  });

  test("keeps conversation and image rows", () => {
    const messages = [
      { role: "conversation" as const, content: "{{input.messages}}" },
      { role: "image" as const, content: "{{input.image?}}" },
    ];
    const { config } = serverConfigOf(serverDraftOf({ ...stored, messages }));
    expect(modelConfigSchema.parse(config)).toMatchObject({ messages });
  });

  test("sends nothing for what is empty", () => {
    const { config } = serverConfigOf({ ...emptyServerDraft(id), providerModel: "m" });
    const parsed = modelConfigSchema.parse(config);
    expect(JSON.parse(JSON.stringify(parsed))).toMatchObject({
      parameters: {},
      inputPrice: null,
      outputPrice: null,
    });
  });

  test.each([
    [{ temperature: "hot" }, "config.parameters.temperature"],
    [{ seed: "one" }, "config.parameters.seed"],
    [{ inputPrice: "free" }, "config.inputPrice"],
    [{ extra: "[1]" }, "config.parameters.extra"],
    [{ extra: "{" }, "config.parameters.extra"],
    [{ extra: "null" }, "config.parameters.extra"],
    [{ tools: "{}" }, "config.parameters.tools"],
    [{ responseFormat: "schema" as const, schema: "" }, "config.parameters.responseFormat"],
    [{ responseFormat: "schema" as const, schema: "[" }, "config.parameters.responseFormat"],
  ])("%j is marked at %s", (change, field) => {
    expect(Object.keys(serverConfigOf({ ...emptyServerDraft(id), ...change }).problems)).toEqual([field]);
  });
});

describe("built-in model", () => {
  const settings: Record<string, Record<string, unknown>> = {
    "naive-bayes": { alpha: 0.5, inputField: "text", labelField: "label" },
    "nearest-neighbours": { k: 9 },
    "keyword-rules": {
      defaultLabel: "rest",
      rules: [{ label: "card", anyOf: ["my card", "a, b"], allOf: ["lost"], noneOf: ["found"] }],
    },
    "regex-extraction": {
      fields: [
        { name: "total", pattern: "(\\d+)", flags: "im", group: 1, type: "number", default: 0 },
        {
          name: "day",
          pattern: "(?P<d>.+)",
          flags: "",
          group: "d",
          type: "date",
          dateOrder: "mdy",
          default: "?",
        },
      ],
    },
    "lead-n": { unit: "words", count: 12, locale: "de" },
  };

  test.each(builtInModels.map(({ kind }) => kind))(
    "%s is the same after it was shown in the form and read again",
    (kind) => {
      const model = findBuiltInModel(kind);
      const builtInConfig = Object(model?.configSchema.parse(settings[kind]));
      const draft = builtInDraftOf({
        builtInKind: kind,
        builtInConfig,
        trainingVersionId: id,
        trainingSplits: ["held_out"],
      });
      const { config, problems } = builtInConfigOf(draft, model?.needsTraining ?? false);
      expect(problems).toEqual({});
      const parsed = modelConfigSchema.parse(config);
      expect(parsed).toMatchObject({
        provider: "built_in",
        builtInKind: kind,
        trainingVersionId: model?.needsTraining ? id : null,
        trainingSplits: model?.needsTraining ? ["held_out"] : [],
      });
      expect("builtInConfig" in parsed && model?.configSchema.parse(parsed.builtInConfig)).toEqual(
        builtInConfig,
      );
    },
  );

  test.each(builtInModels.map(({ kind, needsTraining }) => [kind, needsTraining] as const))(
    "what the form of %s starts with is readable",
    (kind, needsTraining) => {
      const { config, problems } = builtInConfigOf(emptyBuiltInDraft(kind, id), needsTraining);
      expect(problems).toEqual({});
      expect(modelConfigSchema.safeParse(config).success).toBe(true);
    },
  );

  test("settings of an unknown shape do not break the form", () => {
    const stored = {
      builtInKind: "lead-n",
      builtInConfig: { count: "x" },
      trainingVersionId: null,
      trainingSplits: [],
    };
    expect(builtInDraftOf(stored).count).toBe("3");
  });
});

const storedConnection = {
  name: "a",
  kind: "openai_compatible" as const,
  baseUrl: "http://x/v1",
  settings: {},
  maxConcurrency: 4,
  requestsPerMinute: 60,
  tokensPerMinute: null,
  timeoutSeconds: 30,
};

describe("connection", () => {
  test("keeps the settings of a service and asks for no stored secret", () => {
    const settings = {
      method: "PUT",
      headers: [{ name: "X-Team", value: "evals" }],
      secretHeaderNames: ["X-Token"],
      bodyTemplate: '{"a":"{{input}}"}',
      responsePath: "",
      promptTokensPath: "usage.in",
      completionTokensPath: "",
    };
    const { input } = connectionInputOf(
      connectionDraftOf({ ...storedConnection, kind: "http", baseUrl: "https://x.test/a?b=c", settings }),
    );
    const parsed = createConnectionInput.parse(input);
    expect(parsed.settings).toEqual(settings);
    expect(parsed.secretHeaders).toEqual([{ name: "X-Token", value: "" }]);
  });

  test("keeps the arguments of a program", () => {
    const settings = { arguments: ["--fast", "two words"], input: "json" };
    const { input } = connectionInputOf(
      connectionDraftOf({ ...storedConnection, kind: "command", baseUrl: "/bin/agent", settings }),
    );
    expect(createConnectionInput.parse(input).settings).toEqual(settings);
  });

  test("needs no address for a vendor", () => {
    const { input } = connectionInputOf(
      connectionDraftOf({ ...storedConnection, kind: "anthropic", baseUrl: "" }),
    );
    expect(createConnectionInput.parse(input)).toMatchObject({
      baseUrl: "https://api.anthropic.com/v1",
      requestsPerMinute: 60,
      tokensPerMinute: null,
    });
  });

  test("reads its numbers, and does not remove a key while a new one is entered", () => {
    const draft = connectionDraftOf(storedConnection);
    expect(connectionInputOf(draft)).toMatchObject({
      input: { name: "a", maxConcurrency: 4, timeoutSeconds: 30, apiKey: "", removeKey: false },
      problems: {},
    });
    expect(connectionInputOf({ ...draft, removeKey: true, apiKey: "sk" }).input.removeKey).toBe(false);
    expect(connectionInputOf({ ...draft, timeoutSeconds: "soon" }).problems).toHaveProperty("timeoutSeconds");
  });
});
