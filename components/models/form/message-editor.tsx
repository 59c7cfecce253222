"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { promptRoles } from "#lib/models/template/prompt-role.ts";
import type { MessageDraft } from "./server-draft.ts";

export type MessageEditorProps = {
  message: MessageDraft;
  number: number;
  error: string | undefined;
  onChange: (part: Partial<MessageDraft>) => void;
  onFocus: () => void;
  /** Null where it cannot be done. */
  onMoveUp: (() => void) | null;
  onMoveDown: (() => void) | null;
  onRemove: (() => void) | null;
};

export function MessageEditor(props: MessageEditorProps) {
  const { message, number, error, onChange, onFocus } = props;
  return (
    <li className="rounded-lg border bg-sunken/40 p-2.5">
      <div className="mb-2 flex items-center gap-1">
        <Field label={`Role of message ${number}`} hideLabel className="w-32">
          <NativeSelect
            value={message.role}
            onChange={(event) => {
              const role = promptRoles.find((known) => known === event.target.value);
              if (role !== undefined) onChange({ role });
            }}
          >
            {promptRoles.map((role) => (
              <option key={role} value={role}>
                {role}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <span className="flex-1" />
        <IconButton
          label={`Move message ${number} up`}
          icon={<ArrowUp aria-hidden />}
          onPress={props.onMoveUp}
        />
        <IconButton
          label={`Move message ${number} down`}
          icon={<ArrowDown aria-hidden />}
          onPress={props.onMoveDown}
        />
        <IconButton
          label={`Remove message ${number}`}
          icon={<Trash2 aria-hidden />}
          onPress={props.onRemove}
        />
      </div>
      <Field id={messageTextId(message.id)} label={`Text of message ${number}`} hideLabel error={error}>
        <Textarea
          mono
          rows={4}
          spellCheck={false}
          value={message.content}
          onFocus={onFocus}
          onChange={(event) => onChange({ content: event.target.value })}
        />
      </Field>
    </li>
  );
}

/** The id of the text area, for putting a field in at its cursor. */
export function messageTextId(id: string): string {
  return `message-${id}`;
}

function IconButton({
  label,
  icon,
  onPress,
}: {
  label: string;
  icon: ReactNode;
  onPress: (() => void) | null;
}) {
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={label}
      title={label}
      disabled={onPress === null}
      onClick={() => onPress?.()}
    >
      {icon}
    </Button>
  );
}
