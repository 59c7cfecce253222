"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { useAction } from "#components/ui/use-action.ts";
import type { DatasetChoice } from "#lib/models/list-dataset-choices.ts";
import { type BuiltInChoice, BuiltInFields } from "../built-in/built-in-fields.tsx";
import { failureSentence } from "../failure-sentence.ts";
import { DatasetField } from "../prompt/dataset-field.tsx";
import { TryPanel } from "../prompt/try-panel.tsx";
import { useSampleCases } from "../prompt/use-sample-cases.ts";
import { type ModelDraft, modelConfigOf } from "./model-draft.ts";
import type { ModelFormActions, SaveModel } from "./model-form-actions.ts";
import { ServerModelFields } from "./server-model-fields.tsx";

export type ModelFormProps = {
  initial: ModelDraft;
  connections: readonly { id: string; name: string }[];
  builtIns: readonly BuiltInChoice[];
  datasets: readonly DatasetChoice[];
  save: SaveModel;
  actions: ModelFormActions;
  submitLabel: string;
  cancelHref: string;
};

const PROVIDERS = [
  {
    value: "server",
    label: "Server model",
    description: "A model behind a connection, called with your prompt: OpenAI, Ollama, vLLM and others.",
  },
  {
    value: "built-in",
    label: "Built-in",
    description: "A baseline that runs here without network, key or cost, and that every model should beat.",
  },
];

export function ModelForm(props: ModelFormProps) {
  const { connections, builtIns, datasets, actions } = props;
  const router = useRouter();
  const [draft, setDraft] = useState(props.initial);
  const [datasetId, setDatasetId] = useState(datasets[0]?.id ?? "");
  const samples = useSampleCases(actions.listSampleCases, datasetId);
  const { run, pending, failure, setFailure: fail } = useAction(props.save);
  const fields = failure?.fields ?? {};
  const isServer = draft.provider === "server";

  function readConfig() {
    const { config, problems } = modelConfigOf(draft, builtIns);
    if (Object.keys(problems).length === 0) return config;
    fail({ ok: false, message: "Correct the marked fields.", fields: problems });
    return null;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const config = readConfig();
    if (config === null) return;
    run({ name: draft.name, config }, ({ href, message }) => {
      toast.success(message);
      router.push(href);
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <Card>
        <div className="flex flex-col gap-4">
          <Field label="Name" required error={fields.name} className="max-w-md">
            <Input
              value={draft.name}
              maxLength={120}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          </Field>
          <FieldGroup legend="Where it runs">
            <RadioCards
              name="provider"
              options={PROVIDERS}
              value={draft.provider}
              onValueChange={(value) =>
                setDraft({ ...draft, provider: value === "server" ? "server" : "built-in" })
              }
            />
          </FieldGroup>
        </div>
      </Card>
      {isServer ? (
        <ServerModelFields
          draft={draft.server}
          onChange={(part) => setDraft((now) => ({ ...now, server: { ...now.server, ...part } }))}
          fields={fields}
          connections={connections}
          datasets={datasets}
          datasetId={datasetId}
          onDatasetChange={setDatasetId}
          actions={actions}
        />
      ) : (
        <BuiltInFields
          draft={draft.builtIn}
          onChange={(part) => setDraft((now) => ({ ...now, builtIn: { ...now.builtIn, ...part } }))}
          choices={builtIns}
          datasets={datasets}
          fields={fields}
        />
      )}
      <Card title="Try it" description="On a case of the chosen dataset, or on an input of your own.">
        <div className="flex flex-col gap-4">
          {!isServer && datasets.length > 0 && (
            <DatasetField
              label="Take cases from"
              datasets={datasets}
              datasetId={datasetId}
              onDatasetChange={setDatasetId}
            />
          )}
          <TryPanel
            samples={samples.cases}
            messages={isServer ? draft.server.messages : null}
            readConfig={readConfig}
            tryModel={actions.tryModel}
          />
        </div>
      </Card>
      {failure && (
        <Alert tone="danger" live title="The model was not saved">
          {failureSentence(failure)}
        </Alert>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href={props.cancelHref} variant="ghost">
          Cancel
        </LinkButton>
        <Button type="submit" variant="primary" loading={pending}>
          {props.submitLabel}
        </Button>
      </div>
    </form>
  );
}
