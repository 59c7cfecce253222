"use client";

import { NotebookPen, Undo2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import { type LabelVerdict, labelVerdicts } from "#lib/review/labels/label-verdict.ts";
import type { FailureModeCount } from "#lib/review/labels/list-failure-modes.ts";
import { verdictWords } from "../verdict-words.ts";
import { type NoteDraft, NoteEditor } from "./note-editor.tsx";
import { type OwnLabel, type OwnLabelOptions, useOwnLabel } from "./use-own-label.ts";
import { VerdictSwatch } from "./verdict-swatch.tsx";

export type LabelBarProps = OwnLabelOptions & {
  failureModes: readonly FailureModeCount[];
  /** While another case is on its way: a verdict must not go to the one before it. */
  disabled: boolean;
};

/** The reader's own verdict on the answer that is open, with a key for each part. Give it the attempt as its key. */
export function LabelBar({ failureModes, disabled, ...options }: LabelBarProps) {
  const { label, saving, say, undo } = useOwnLabel(options);
  const noteButton = useRef<HTMLButtonElement>(null);
  const [draft, setDraft] = useState<NoteDraft | null>(null);
  const [isOpen, setOpen] = useState(false);
  const written = draft ?? draftOf(label);

  const judge = (verdict: LabelVerdict) => {
    setDraft(null);
    say(toLabel(verdict, written));
  };
  const keepNote = () => {
    if (label === null || draft === null) return;
    setDraft(null);
    const next = toLabel(label.verdict, draft);
    if (next.note !== label.note || next.failureMode !== label.failureMode) say(next);
  };
  const takeBack = () => {
    setDraft(null);
    undo();
  };

  const nothingToUndo = disabled || label === null;

  useShortcuts(
    [
      { keys: "p", label: "Passed", run: () => judge("passed"), inDialogs: true, disabled },
      { keys: "f", label: "Failed", run: () => judge("failed"), inDialogs: true, disabled },
      { keys: "n", label: "Note", run: () => setOpen(true), inDialogs: true, disabled },
      { keys: "u", label: "Undo", run: takeBack, inDialogs: true, disabled: nothingToUndo },
      { keys: "mod+z", label: "Undo", run: takeBack, inDialogs: true, disabled: nothingToUndo },
    ],
    "Your verdict",
  );

  return (
    <div className="flex w-full min-w-0 flex-col gap-3">
      {isOpen && (
        <NoteEditor
          draft={written}
          onChange={setDraft}
          asksFailureMode={label?.verdict !== "passed"}
          hasVerdict={label !== null}
          failureModes={failureModes}
          onLeave={keepNote}
          onDone={() => {
            // The note is kept because the focus leaves it.
            noteButton.current?.focus();
            setOpen(false);
          }}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, not fields of a form */}
      <div role="group" aria-label="Your verdict" className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <span aria-hidden className="mr-1 font-medium text-sm max-sm:w-full">
          Your verdict
        </span>
        {labelVerdicts.map((verdict) => {
          const isChosen = label?.verdict === verdict;
          return (
            <Button
              key={verdict}
              shortcut={verdict[0] ?? ""}
              aria-pressed={isChosen}
              className={cx(isChosen && "border-accent bg-accent-soft")}
              disabled={disabled}
              onClick={() => judge(verdict)}
            >
              <VerdictSwatch verdict={verdict} />
              {verdictWords[verdict]}
            </Button>
          );
        })}
        {!isOpen && <Said label={label} />}
        <span className="ml-auto flex gap-1">
          <Button
            ref={noteButton}
            variant="ghost"
            shortcut="n"
            aria-expanded={isOpen}
            disabled={disabled}
            onClick={() => setOpen(!isOpen)}
          >
            <NotebookPen aria-hidden />
            Note
          </Button>
          <Button variant="ghost" shortcut="u" disabled={nothingToUndo} onClick={takeBack}>
            <Undo2 aria-hidden />
            Undo
          </Button>
        </span>
        <span role="status" className="sr-only">
          {statusOf(label, saving)}
        </span>
      </div>
    </div>
  );
}

function Said({ label }: { label: OwnLabel | null }) {
  if (label === null) return null;
  const { note, failureMode } = label;
  const words = [failureMode, note].filter(Boolean).join(": ");
  if (words === "") return null;
  return (
    <span
      className="min-w-0 flex-1 truncate text-muted text-sm max-sm:order-last max-sm:basis-full"
      title={words}
    >
      {words}
    </span>
  );
}

function statusOf(label: OwnLabel | null, saving: boolean): string {
  if (saving) return "Saving";
  return label === null ? "" : `Your verdict is kept: ${label.verdict}`;
}

function draftOf(label: OwnLabel | null): NoteDraft {
  return { note: label?.note ?? "", failureMode: label?.failureMode ?? "" };
}

function toLabel(verdict: LabelVerdict, { note, failureMode }: NoteDraft): OwnLabel {
  const mode = failureMode.replace(/\s+/g, " ").trim();
  return { verdict, note: note.trim(), failureMode: verdict === "failed" && mode !== "" ? mode : null };
}
