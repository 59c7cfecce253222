"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

export type TagsInputProps = {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
  error?: string | undefined;
};

export function TagsInput({ tags, onChange, error }: TagsInputProps) {
  const [text, setText] = useState("");

  function add() {
    const tag = text.trim();
    if (tag !== "" && !tags.includes(tag)) onChange([...tags, tag]);
    setText("");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add();
    } else if (event.key === "Backspace" && text === "") {
      onChange(tags.slice(0, -1));
    }
  }

  return (
    <Field label="Tags" optional error={error} hint="Enter adds a tag. Results can be broken down by each.">
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
      {tags.length > 0 && (
        <ul aria-label="Tags of this case" className="flex flex-wrap gap-1.5">
          {tags.map((tag) => (
            <li
              key={tag}
              className="flex h-6 max-w-full items-center gap-1 rounded-md border border-strong bg-raised pr-0.5 pl-2 text-xs"
            >
              <span className="truncate">{tag}</span>
              <button
                type="button"
                aria-label={`Remove the tag ${tag}`}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
                className="grid size-5 place-items-center rounded-sm text-muted hover:bg-pressed hover:text-text"
              >
                <X aria-hidden className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
