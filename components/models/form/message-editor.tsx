"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { type PromptRole, promptRoles } from "#lib/models/template/prompt-role.ts";
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
        <Field label={`Role of message ${number}`} hideLabel className="w-44">
          <NativeSelect
            value={message.role}
            onChange={(event) => {
              const role = promptRoles.find((known) => known === event.target.value);
              if (role !== undefined) onChange(changedRole(message, role));
            }}
          >
            {promptRoles.map((role) => (
              <option key={role} value={role}>
                {roleLabels[role]}
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
      <Field
        id={messageTextId(message.id)}
        label={`Text of message ${number}`}
        hideLabel
        error={error}
        hint={rowHints[message.role]}
      >
        <Textarea
          mono
          rows={isField(message.role) ? 1 : 4}
          spellCheck={false}
          value={message.content}
          onFocus={onFocus}
          onChange={(event) => onChange({ content: event.target.value })}
        />
      </Field>
    </li>
  );
}

const roleLabels: Readonly<Record<PromptRole, string>> = {
  system: "system",
  user: "user",
  assistant: "assistant",
  conversation: "The case's messages",
  image: "Image",
};

const rowHints: Readonly<Partial<Record<PromptRole, string>>> = {
  conversation:
    "The field that holds the conversation: a list of messages with role and content. All of it is put in here.",
  image: "The field that holds the address of an image, http(s) or data. It joins the user message above.",
};

function isField(role: PromptRole): boolean {
  return role === "conversation" || role === "image";
}

/** A row that only names a field starts with one; nothing that was typed is lost. */
function changedRole({ content }: MessageDraft, role: PromptRole): Partial<MessageDraft> {
  if (content.trim() !== "" && content !== "{{input}}" && content !== "{{input.image}}") return { role };
  if (role === "image") return { role, content: "{{input.image}}" };
  return { role, content: role === "conversation" ? "{{input}}" : content };
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
