"use client";

import { Plus, Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { HeaderDraft } from "./settings-draft.ts";

export type HeadersEditorProps = {
  legend: string;
  /** What one row is called, for example header. */
  noun: string;
  hint: string;
  headers: readonly HeaderDraft[];
  onChange: (headers: HeaderDraft[]) => void;
  errorOf: (index: number, part: "name" | "value") => string | undefined;
  /** Values are hidden, and an empty one of a stored row keeps what is stored. */
  secret?: boolean;
  disabled?: boolean;
};

export function HeadersEditor(props: HeadersEditorProps) {
  const { legend, noun, hint, headers, onChange, errorOf, secret = false, disabled = false } = props;
  const replace = (id: string, part: Partial<HeaderDraft>) =>
    onChange(headers.map((header) => (header.id === id ? { ...header, ...part } : header)));
  return (
    <FieldGroup legend={legend} hint={hint}>
      {headers.length > 0 && (
        <ul className="flex flex-col gap-2">
          {headers.map((header, index) => (
            <li key={header.id} className="grid grid-cols-[1fr_auto] gap-2 sm:grid-cols-[1fr_2fr_auto]">
              <Field label={`Name of ${noun} ${index + 1}`} hideLabel error={errorOf(index, "name")}>
                <Input
                  mono
                  placeholder="X-Team"
                  disabled={disabled}
                  value={header.name}
                  onChange={(event) => replace(header.id, { name: event.target.value })}
                />
              </Field>
              <Field
                label={`Value of ${noun} ${index + 1}`}
                hideLabel
                error={errorOf(index, "value")}
                className="col-start-1 sm:col-start-2"
              >
                <Input
                  mono
                  type={secret ? "password" : "text"}
                  autoComplete="off"
                  disabled={disabled}
                  placeholder={secret && header.id.startsWith("stored") ? "stored, empty keeps it" : "value"}
                  value={header.value}
                  onChange={(event) => replace(header.id, { value: event.target.value })}
                />
              </Field>
              <Button
                variant="ghost"
                size="icon-sm"
                className="col-start-2 row-start-1 sm:col-start-3"
                aria-label={`Remove ${noun} ${index + 1}`}
                disabled={disabled}
                onClick={() => onChange(headers.filter(({ id }) => id !== header.id))}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button
          size="sm"
          disabled={disabled || headers.length >= 20}
          onClick={() => onChange([...headers, { id: crypto.randomUUID(), name: "", value: "" }])}
        >
          <Plus aria-hidden />
          Add {noun}
        </Button>
      </div>
    </FieldGroup>
  );
}
