"use client";

import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { type Action, useAction } from "#components/ui/use-action.ts";
import { caseTitle } from "#lib/datasets/case-text.ts";
import type { ModelConfigInput } from "#lib/models/model-config.ts";
import type { TemplateValues } from "#lib/models/prompt-template.ts";
import type { SampleCase } from "#lib/models/template/list-sample-cases.ts";
import type { PromptMessage } from "#lib/models/template/prompt-message.ts";
import type { ModelTrial, TryModelInput } from "#lib/models/try-model.ts";
import { messageText } from "#lib/providers/message-text.ts";
import { failureSentence } from "../failure-sentence.ts";
import { PromptMessages } from "./prompt-messages.tsx";
import { renderPreview } from "./render-preview.ts";
import { typedValues } from "./trial-input.ts";
import { TrialResult } from "./trial-result.tsx";

export type TryAction = Action<TryModelInput, ModelTrial>;
export type TryPanelProps = {
  samples: readonly SampleCase[];
  /** Null for a built-in model, which has no prompt. */
  messages: readonly PromptMessage[] | null;
  /** Null while something cannot be read; the form says what. */
  readConfig: () => ModelConfigInput | null;
  tryModel: TryAction;
};

const TYPED = "typed";

/** One case, or a typed input: the prompt as it would be sent, and one real answer. */
export function TryPanel({ samples, messages, readConfig, tryModel }: TryPanelProps) {
  const [chosen, setChosen] = useState("");
  const [typed, setTyped] = useState("");
  const [trial, setTrial] = useState<ModelTrial | null>(null);
  const { run, pending, failure } = useAction(tryModel);
  const sample = chosen === TYPED ? undefined : (samples.find(({ key }) => key === chosen) ?? samples[0]);
  const { input, metadata, tags }: TemplateValues = sample ?? typedValues(typed);

  function ask() {
    const config = readConfig();
    if (config !== null) run({ config, input, metadata, tags: [...tags] }, setTrial);
  }

  return (
    <div className="flex flex-col gap-4">
      <Field label="Input" className="max-w-xl">
        <NativeSelect value={sample?.key ?? TYPED} onChange={(event) => setChosen(event.target.value)}>
          {samples.map((candidate) => (
            <option key={candidate.key} value={candidate.key}>
              {candidate.key}: {caseTitle(candidate.input, candidate.key).slice(0, 90)}
            </option>
          ))}
          <option value={TYPED}>Type an input</option>
        </NativeSelect>
      </Field>
      {sample === undefined && (
        <Field label="Typed input" hint="Plain text, or a JSON object with the fields of a case.">
          <Textarea mono value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
      )}
      {messages === null ? (
        <CaseInput input={input} />
      ) : (
        <Preview messages={messages} values={{ input, metadata, tags }} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={ask} loading={pending}>
          <FlaskConical aria-hidden />
          Try it
        </Button>
        <p className="text-muted text-xs">
          {messages === null
            ? "Runs on this server."
            : "Makes one real call, which the server may charge for."}{" "}
          Nothing is stored.
        </p>
      </div>
      {failure && (
        <Alert tone="danger" live title="The model was not tried">
          {failureSentence(failure)}
        </Alert>
      )}
      {trial && !pending && <TrialResult trial={trial} />}
    </div>
  );
}

function Preview({ messages, values }: { messages: readonly PromptMessage[]; values: TemplateValues }) {
  const rendered = renderPreview(messages, values);
  return rendered.ok ? (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="text-muted text-xs">The prompt as this case would get it</figcaption>
      <PromptMessages
        messages={rendered.messages.map((message) => ({ role: message.role, content: messageText(message) }))}
      />
    </figure>
  ) : (
    <Alert tone="warning" title="This case would get no prompt">
      <p className="break-words">{rendered.message}</p>
    </Alert>
  );
}

function CaseInput({ input }: { input: unknown }) {
  const text = typeof input === "string" ? input : (JSON.stringify(input, null, 2) ?? "");
  return text === "" ? null : <CodeBlock code={text} title="What the model reads" wrap copyable={false} />;
}
