"use client";

import { FileText } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { FileDrop } from "#components/ui/form/file-drop.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import { formatBytes } from "#components/ui/format/format-bytes.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { RecordedReport } from "#lib/models/recorded/recorded-report.ts";
import { failureSentence } from "../failure-sentence.ts";
import { FileColumns } from "./file-columns.tsx";
import { type ImportResult, importAnswers } from "./import-answers.ts";
import { RecordedReportView } from "./recorded-report-view.tsx";

export type RecordedFormProps = {
  /** The model that gets a new version; null for a new model. */
  model: { id: string; name: string } | null;
};

const REJECTED = [
  {
    value: "stop",
    label: "Stop at errors",
    description: "A row that cannot be used stops the import; nothing is kept.",
  },
  {
    value: "skip",
    label: "Leave them out",
    description: "Rows that cannot be used are left out and listed.",
  },
];

export function RecordedForm({ model }: RecordedFormProps) {
  const [name, setName] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [onRejected, setOnRejected] = useState<"stop" | "skip">("stop");
  const [failure, setFailure] = useState<Extract<ImportResult, { ok: false }> | null>(null);
  const [report, setReport] = useState<RecordedReport | null>(null);
  const running = useRef<AbortController | null>(null);
  const [pending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setReport(null);
    if (file === null) {
      const message = "Choose a file of answers.";
      return setFailure({ ok: false, message, fields: { file: message } });
    }
    setFailure(null);
    setPending(true);
    const stop = new AbortController();
    running.current = stop;
    const options = { modelId: model?.id ?? null, name, format: formatOf(file.name), onRejected };
    const result = await importAnswers(file, options, stop.signal);
    setPending(false);
    if (result.ok) setReport(result.report);
    else setFailure(result);
  }

  if (report?.outcome === "imported") return <RecordedReportView report={report} />;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <Card>
        <div className="flex flex-col gap-4">
          {model === null && (
            <Field
              label="Name"
              required
              error={failure?.fields.name}
              hint="Of the model that made the answers, for example Production agent of 3 May."
              className="max-w-md"
            >
              <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
            </Field>
          )}
          <FileDrop
            label="Drop a JSONL or CSV file of answers"
            hint="One row for each answer."
            accept=".csv,.tsv,.jsonl,.ndjson,.json"
            disabled={pending}
            onFiles={([chosen]) => setFile(chosen ?? null)}
          />
          {file !== null && (
            <p className="flex min-w-0 items-center gap-2 text-sm">
              <FileText aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="truncate">{file.name}</span>
              <span className="shrink-0 text-muted">{formatBytes(file.size)}</span>
            </p>
          )}
          <FileColumns />
          <FieldGroup legend="Rows that cannot be used">
            <RadioCards
              name="on-rejected"
              options={REJECTED}
              value={onRejected}
              onValueChange={(value) => setOnRejected(value === "skip" ? "skip" : "stop")}
            />
          </FieldGroup>
        </div>
      </Card>
      {failure && (
        <Alert tone="danger" live title="Nothing was imported">
          {failureSentence(failure)}
        </Alert>
      )}
      {report !== null && <RecordedReportView report={report} />}
      <div className="flex flex-wrap justify-end gap-2">
        {pending ? (
          <Button variant="ghost" onClick={() => running.current?.abort()}>
            Stop
          </Button>
        ) : (
          <LinkButton href={model === null ? "/models" : `/models/${model.id}`} variant="ghost">
            Cancel
          </LinkButton>
        )}
        <Button type="submit" variant="primary" loading={pending}>
          Import answers
        </Button>
      </div>
    </form>
  );
}

function formatOf(fileName: string): "csv" | "jsonl" {
  return /\.(jsonl|ndjson|json)$/i.test(fileName) ? "jsonl" : "csv";
}
