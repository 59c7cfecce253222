"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { MessageEditor } from "./message-editor.tsx";
import type { MessageDraft } from "./server-draft.ts";

export type MessagesEditorProps = {
  messages: readonly MessageDraft[];
  onChange: (messages: MessageDraft[]) => void;
  /** Where the cursor is: clicking an available field writes it there. */
  onFocusMessage: (id: string) => void;
  fields: Readonly<Record<string, string>>;
};

export function MessagesEditor({ messages, onChange, onFocusMessage, fields }: MessagesEditorProps) {
  const replace = (id: string, part: Partial<MessageDraft>) =>
    onChange(messages.map((message) => (message.id === id ? { ...message, ...part } : message)));
  const add = () => {
    const last = messages.at(-1);
    const role = messages.length === 0 ? "system" : last?.role === "user" ? "assistant" : "user";
    onChange([...messages, { id: crypto.randomUUID(), role, content: "" }]);
  };
  return (
    <FieldGroup
      legend="Prompt"
      hint="Sent for every case. {{input.field}} is replaced by the case's own text; {{input.field?}} may be absent."
      error={fields["config.messages"]}
    >
      <ol className="flex flex-col gap-3">
        {messages.map((message, index) => (
          <MessageEditor
            key={message.id}
            message={message}
            number={index + 1}
            error={fields[`config.messages.${index}.content`]}
            onChange={(part) => replace(message.id, part)}
            onFocus={() => onFocusMessage(message.id)}
            onMoveUp={index > 0 ? () => onChange(swapped(messages, index, index - 1)) : null}
            onMoveDown={
              index < messages.length - 1 ? () => onChange(swapped(messages, index, index + 1)) : null
            }
            onRemove={
              messages.length > 1 ? () => onChange(messages.filter(({ id }) => id !== message.id)) : null
            }
          />
        ))}
      </ol>
      <div>
        <Button size="sm" onClick={add} disabled={messages.length >= 50}>
          <Plus aria-hidden />
          Add message
        </Button>
      </div>
    </FieldGroup>
  );
}

function swapped(messages: readonly MessageDraft[], from: number, to: number): MessageDraft[] {
  const moved = [...messages];
  const [message] = moved.splice(from, 1);
  if (message !== undefined) moved.splice(to, 0, message);
  return moved;
}
