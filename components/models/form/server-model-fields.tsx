"use client";

import { useState } from "react";
import { Card } from "#components/ui/layout/card.tsx";
import type { DatasetChoice } from "#lib/models/list-dataset-choices.ts";
import { TemplateCheckPanel } from "../prompt/template-check-panel.tsx";
import { type CheckTemplateAction, useTemplateCheck } from "../prompt/use-template-check.ts";
import { insertAtCursor } from "./insert-at-cursor.ts";
import { messageTextId } from "./message-editor.tsx";
import { MessagesEditor } from "./messages-editor.tsx";
import { ParameterFields, PriceFields } from "./parameter-fields.tsx";
import type { ServerDraft } from "./server-draft.ts";
import { ServerFields, type ServerModelsAction } from "./server-fields.tsx";

export type ServerModelFieldsProps = {
  draft: ServerDraft;
  onChange: (part: Partial<ServerDraft>) => void;
  fields: Readonly<Record<string, string>>;
  connections: readonly { id: string; name: string }[];
  datasets: readonly DatasetChoice[];
  datasetId: string;
  onDatasetChange: (datasetId: string) => void;
  actions: { listServerModels: ServerModelsAction; checkTemplate: CheckTemplateAction };
};

export function ServerModelFields(props: ServerModelFieldsProps) {
  const { draft, onChange, fields, datasets, datasetId, actions } = props;
  const check = useTemplateCheck(actions.checkTemplate, datasetId, draft.messages);
  const [focusedId, setFocusedId] = useState<string | null>(null);

  function insertField(field: string) {
    const target = draft.messages.find(({ id }) => id === focusedId) ?? draft.messages.at(-1);
    if (target === undefined) return;
    const content = insertAtCursor(messageTextId(target.id), target.content, `{{${field}}}`);
    onChange({
      messages: draft.messages.map((message) =>
        message.id === target.id ? { ...message, content } : message,
      ),
    });
  }

  return (
    <>
      <Card title="Server">
        <ServerFields
          draft={draft}
          onChange={onChange}
          fields={fields}
          connections={props.connections}
          listServerModels={actions.listServerModels}
        />
      </Card>
      <Card>
        <div className="flex flex-col gap-4">
          <MessagesEditor
            messages={draft.messages}
            onChange={(messages) => onChange({ messages })}
            onFocusMessage={setFocusedId}
            fields={fields}
          />
          <TemplateCheckPanel
            datasets={datasets}
            datasetId={datasetId}
            onDatasetChange={props.onDatasetChange}
            check={check}
            onInsertField={insertField}
          />
        </div>
      </Card>
      <Card title="Parameters" description="What is left empty is not sent; the server's own default holds.">
        <ParameterFields draft={draft} onChange={onChange} fields={fields} />
      </Card>
      <Card title="Price" description="Kept with the version, so that old runs keep the cost they had.">
        <PriceFields draft={draft} onChange={onChange} fields={fields} />
      </Card>
    </>
  );
}
