"use client";

import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { EmbeddingSimilarityConfig } from "#lib/graders/kinds/meaning/embedding-similarity.ts";
import type { ConfigFormProps } from "../config-form-props.ts";
import { useMeaningChoices } from "./meaning-choices.tsx";
import { ThresholdFinder } from "./thresholds/threshold-finder.tsx";

export function EmbeddingSimilarityForm({
  config,
  onChange,
  errors,
}: ConfigFormProps<EmbeddingSimilarityConfig>) {
  const { connections } = useMeaningChoices();
  return (
    <>
      {connections.length === 0 ? (
        <p className="text-muted text-sm">
          There is no connection that can embed yet. <TextLink href="/models/new">Add one</TextLink> that
          speaks OpenAI’s protocol first.
        </p>
      ) : (
        <Field label="Connection" error={errors.connectionId}>
          <NativeSelect
            value={config.connectionId ?? ""}
            onChange={(event) => onChange({ ...config, connectionId: event.target.value || null })}
          >
            <option value="">Choose a connection…</option>
            {connections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
      <Field label="Embedding model" hint="The id that the server knows it by." error={errors.model}>
        <Input
          mono
          autoComplete="off"
          placeholder="text-embedding-3-small"
          value={config.model}
          onChange={(event) => onChange({ ...config, model: event.target.value })}
        />
      </Field>
      <ThresholdFinder kind="embedding-similarity" config={config} />
    </>
  );
}
