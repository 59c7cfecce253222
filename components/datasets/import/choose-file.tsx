"use client";

import { useState } from "react";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { FileDrop } from "#components/ui/form/file-drop.tsx";
import { formatBytes } from "#components/ui/format/format-bytes.ts";
import { caseLimits } from "#lib/datasets/cases/case-limits.ts";

/** A clipboard holds a table, not a file: beyond this the page itself would get slow. */
const maxPastedChars = 5_000_000;

export function ChooseFile({ onFile }: { onFile: (file: File) => void }) {
  const [problem, setProblem] = useState<string | null>(null);

  function choose(file: File | undefined) {
    if (file === undefined) return;
    if (file.size === 0) return setProblem(`"${file.name}" is empty. Choose a file with at least one case.`);
    if (file.size > caseLimits.fileBytes) {
      return setProblem(
        `"${file.name}" has ${formatBytes(file.size)}; at most ${formatBytes(caseLimits.fileBytes)} can be imported at once. Split it into smaller files.`,
      );
    }
    setProblem(null);
    onFile(file);
  }

  function paste(text: string) {
    if (text.length > maxPastedChars)
      return setProblem("That is too much to paste. Save it as a file and drop the file here.");
    choose(new File([text], "pasted text", { type: "text/plain" }));
  }

  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label="Drop a CSV or JSON Lines file"
        accept=".csv,.tsv,.jsonl,.ndjson,.json,text/csv,application/json"
        onFiles={([file]) => choose(file)}
        onText={paste}
        hint={`UTF-8, up to ${formatBytes(caseLimits.fileBytes)} and 1,000,000 rows. CSV needs a first line with the column names; JSON Lines one object on each line.`}
      />
      {problem && (
        <Alert tone="danger" live>
          {problem}
        </Alert>
      )}
    </div>
  );
}
