"use client";

import { FileUp } from "lucide-react";
import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useState } from "react";
import { cx } from "../class-names.ts";

export type FileDropProps = {
  /** What to drop: "Drop a JSONL or CSV file". */
  label: string;
  hint?: ReactNode;
  /** As the `accept` attribute: ".jsonl,.csv". Files dropped or pasted are passed on unchecked. */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  name?: string;
  onFiles: (files: File[]) => void;
  /** Text pasted while the field has focus; without it a paste of text is ignored. */
  onText?: (text: string) => void;
  className?: string;
};

/** Takes files by drag and drop, by paste, and by the browser's own file dialog. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  disabled = false,
  name,
  onFiles,
  onText,
  className,
}: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);

  function take(files: FileList | null | undefined) {
    const list = [...(files ?? [])];
    if (list.length > 0) onFiles(multiple ? list : list.slice(0, 1));
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  }

  function onPaste(event: ClipboardEvent) {
    if (disabled) return;
    if (event.clipboardData.files.length > 0) return take(event.clipboardData.files);
    const text = event.clipboardData.getData("text");
    if (text) onText?.(text);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file input inside carries focus and meaning
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
      onPaste={onPaste}
      className={cx("relative", className)}
    >
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was corrected.
          if (!name) event.target.value = "";
        }}
        className="peer sr-only"
      />
      <label
        htmlFor={id}
        className={cx(
          "flex flex-col items-center gap-1 rounded-lg border border-control border-dashed bg-raised px-6 py-8 text-center transition-colors hover:border-faint hover:bg-hover peer-disabled:cursor-not-allowed peer-disabled:opacity-55 peer-focus-visible:outline-2 peer-focus-visible:outline-ring peer-focus-visible:outline-offset-2",
          over && "border-accent bg-accent-soft/50",
        )}
      >
        <FileUp aria-hidden className="mb-1.5 size-5 text-muted" />
        <span className="font-medium text-sm">{label}</span>
        <span className="text-muted text-xs">
          or <span className="underline decoration-accent underline-offset-3">browse</span>
          {onText && ", or paste the text here"}
        </span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-muted text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}
