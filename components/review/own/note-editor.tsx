"use client";

import { type FocusEvent, type KeyboardEvent, useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import type { FailureModeCount } from "#lib/review/labels/list-failure-modes.ts";

export type NoteDraft = { note: string; failureMode: string };

export type NoteEditorProps = {
  draft: NoteDraft;
  onChange: (draft: NoteDraft) => void;
  /** False where the verdict is passed: a right answer has no kind of failure. */
  asksFailureMode: boolean;
  hasVerdict: boolean;
  failureModes: readonly FailureModeCount[];
  /** When the focus goes elsewhere. */
  onLeave: () => void;
  onDone: () => void;
};

/** Why the answer is right or wrong, and what kind of failure it is, in the reader's own words. */
export function NoteEditor(props: NoteEditorProps) {
  const { draft, onChange, asksFailureMode, hasVerdict, failureModes, onLeave, onDone } = props;
  const listId = useId();

  function leave(event: FocusEvent<HTMLElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
  }
  function pressKey(event: KeyboardEvent) {
    const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    onDone();
  }

  return (
    <section
      aria-label="Your note"
      data-handles-escape
      onBlur={leave}
      onKeyDown={pressKey}
      className="flex flex-col gap-3 pb-1"
    >
      <Field label="Note" hint="What would a new colleague need to know to judge it the same way?">
        <Textarea
          rows={2}
          maxLength={4000}
          autoFocus
          value={draft.note}
          onChange={(event) => onChange({ ...draft, note: event.target.value })}
        />
      </Field>
      {asksFailureMode && (
        <Field label="Failure mode" optional>
          <Input
            list={listId}
            maxLength={80}
            autoComplete="off"
            placeholder={failureModes[0]?.name ?? "invented fact"}
            value={draft.failureMode}
            onChange={(event) => onChange({ ...draft, failureMode: event.target.value })}
          />
        </Field>
      )}
      <datalist id={listId}>
        {failureModes.map(({ name, count }) => (
          <option key={name} value={name}>
            {`${count} ${count === 1 ? "answer" : "answers"}`}
          </option>
        ))}
      </datalist>
      <div className="flex items-center justify-between gap-3">
        <p className="text-muted text-xs">
          {hasVerdict
            ? "It is kept when you leave the field."
            : "It is kept with your verdict: press Passed or Failed below."}
        </p>
        <Button size="sm" shortcut="mod+enter" onClick={onDone}>
          Done
        </Button>
      </div>
    </section>
  );
}
