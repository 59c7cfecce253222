"use client";

import { useEffect, useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Action } from "#components/ui/use-action.ts";
import type { ListServerModelsInput } from "#lib/models/connections/list-server-models.ts";
import type { ServerFieldsProps as DraftProps } from "./parameter-fields.tsx";

export type ServerModelsAction = Action<ListServerModelsInput, string[]>;
export type ServerFieldsProps = DraftProps & {
  connections: readonly { id: string; name: string }[];
  listServerModels: ServerModelsAction;
};

const LIST_ID = "server-models";

export function ServerFields({ draft, onChange, fields, connections, listServerModels }: ServerFieldsProps) {
  const offered = useServerModels(listServerModels, draft.connectionId);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label="Connection"
        required
        error={fields["config.connectionId"]}
        hint={
          <>
            Not there? <TextLink href="/models/connections/new">Create a connection</TextLink>.
          </>
        }
      >
        <NativeSelect
          value={draft.connectionId}
          onChange={(event) => onChange({ connectionId: event.target.value })}
        >
          {draft.connectionId === "" && <option value="">Choose a connection</option>}
          {connections.map((connection) => (
            <option key={connection.id} value={connection.id}>
              {connection.name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Model id" required error={fields["config.providerModel"]} hint={hintOf(offered)}>
        <Input
          mono
          list={LIST_ID}
          spellCheck={false}
          autoComplete="off"
          value={draft.providerModel}
          onChange={(event) => onChange({ providerModel: event.target.value })}
        />
      </Field>
      <datalist id={LIST_ID}>
        {offered.models.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
    </div>
  );
}

type Offered = { connectionId: string; models: readonly string[]; message: string | null };

function useServerModels(list: ServerModelsAction, connectionId: string): Offered {
  const [offered, setOffered] = useState<Offered>({ connectionId: "", models: [], message: null });
  useEffect(() => {
    if (connectionId === "") return;
    let isCurrent = true;
    const settle = (models: readonly string[], message: string | null) => {
      if (isCurrent) setOffered({ connectionId, models, message });
    };
    list({ connectionId }).then(
      (result) => (result.ok ? settle(result.value, null) : settle([], result.message)),
      () => settle([], "The list of models could not be loaded."),
    );
    return () => {
      isCurrent = false;
    };
  }, [list, connectionId]);
  return offered.connectionId === connectionId ? offered : { connectionId, models: [], message: null };
}

function hintOf({ models, message }: Offered): string {
  if (message !== null) return `${message} You can still enter the id by hand.`;
  if (models.length > 0) return `The server offers ${models.length}. Type to choose one.`;
  return "As the server knows it, for example llama3.2:3b.";
}
