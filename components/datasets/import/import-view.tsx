"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ImportOptions } from "#lib/datasets/importing/import-options.ts";
import type { ImportReport } from "#lib/datasets/importing/import-report.ts";
import type { FormatId } from "#lib/formats/registry.ts";
import { ChooseFile } from "./choose-file.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportReportView } from "./import-report-view.tsx";
import type { Preview } from "./read-preview.ts";
import type { Upload, UploadProgress } from "./upload-import.ts";

const loadMapColumns = () => import("./map-columns.tsx");
const loadUpload = () => import("./upload-import.ts");
const MapColumns = dynamic(async () => (await loadMapColumns()).MapColumns, { ssr: false });

type Step =
  | { at: "choose"; problem: string | null }
  | { at: "looking" }
  | { at: "map"; file: File; format: FormatId; preview: Preview; problem: string | null }
  | { at: "upload"; file: File; progress: UploadProgress }
  | { at: "report"; report: ImportReport };

export type ImportViewProps = {
  datasetId: string;
  /** The Publish button, shown once something was imported. */
  publish: ReactNode;
};

export function ImportView({ datasetId, publish }: ImportViewProps) {
  const router = useRouter();
  const [step, setStep] = useState<Step>({ at: "choose", problem: null });
  const upload = useRef<Upload | null>(null);
  useEffect(() => () => upload.current?.cancel(), []);

  async function look(file: File, asked?: FormatId) {
    setStep({ at: "looking" });
    try {
      // What the next two steps need is there before they begin.
      const [{ guessFormat, readPreview }] = await Promise.all([
        import("./read-preview.ts"),
        loadMapColumns(),
        loadUpload(),
      ]);
      const format = asked ?? (await guessFormat(file));
      const preview = await readPreview(file, format);
      const reason = preview.rejected[0]?.reason ?? "No row could be read.";
      if (preview.columns.length === 0 && asked === undefined)
        setStep({ at: "choose", problem: `"${file.name}": ${reason}` });
      else setStep({ at: "map", file, format, preview, problem: null });
    } catch (error) {
      const message = error instanceof Error ? error.message : "The file could not be read.";
      setStep({ at: "choose", problem: `"${file.name}": ${message}` });
    }
  }

  async function start(mapped: Extract<Step, { at: "map" }>, options: ImportOptions) {
    const { file } = mapped;
    setStep({ at: "upload", file, progress: { bytes: 0, rows: 0 } });
    const { uploadImport } = await loadUpload();
    upload.current = uploadImport(datasetId, file, options, (progress) =>
      setStep({ at: "upload", file, progress }),
    );
    const result = await upload.current.result;
    upload.current = null;
    switch (result.type) {
      case "done":
        setStep({ at: "report", report: result.report });
        return router.refresh();
      case "failed":
        return setStep({ ...mapped, problem: result.message });
      case "cancelled":
        return setStep({ ...mapped, problem: "The import was cancelled. Nothing was changed." });
    }
  }

  switch (step.at) {
    case "choose":
      return (
        <div className="flex flex-col gap-3">
          <Problem message={step.problem} />
          <ChooseFile onFile={(file) => void look(file)} />
        </div>
      );
    case "looking":
      return (
        <output className="flex items-center gap-2 py-10 text-muted text-sm">
          <Spinner /> Looking at the file…
        </output>
      );
    case "map":
      return (
        <div className="flex flex-col gap-5">
          <Problem message={step.problem} />
          <MapColumns
            key={step.format}
            file={step.file}
            format={step.format}
            preview={step.preview}
            onFormat={(format) => void look(step.file, format)}
            onBack={() => setStep({ at: "choose", problem: null })}
            onImport={(options) => void start(step, options)}
          />
        </div>
      );
    case "upload":
      return (
        <ImportProgress file={step.file} progress={step.progress} onCancel={() => upload.current?.cancel()} />
      );
    case "report":
      return (
        <ImportReportView
          report={step.report}
          actions={
            <>
              <Button onClick={() => setStep({ at: "choose", problem: null })}>Import another file</Button>
              <LinkButton href={`/datasets/${datasetId}`}>Show the cases</LinkButton>
              {step.report.outcome === "imported" && publish}
            </>
          }
        />
      );
  }
}

function Problem({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <Alert tone="danger" live>
      {message}
    </Alert>
  );
}
