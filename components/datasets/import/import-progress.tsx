"use client";

import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/feedback/progress.tsx";
import { formatBytes } from "#components/ui/format/format-bytes.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import type { UploadProgress } from "./upload-import.ts";

export type ImportProgressProps = { file: File; progress: UploadProgress; onCancel: () => void };

export function ImportProgress({ file, progress, onCancel }: ImportProgressProps) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  const sent = Math.min(progress.bytes, file.size);
  const isSent = sent >= file.size;
  return (
    <Card
      title={<bdi>{file.name}</bdi>}
      description="The dataset changes only when every row has been read. Keep this page open."
      actions={<Button onClick={onCancel}>Cancel</Button>}
    >
      <Progress
        label={isSent ? "Storing the cases" : "Reading the file"}
        max={file.size}
        value={sent}
        detail={
          <>
            {formatBytes(sent)} of {formatBytes(file.size)}
            {progress.rows > 0 && `, ${formatCount(progress.rows)} rows`}
          </>
        }
      />
    </Card>
  );
}
