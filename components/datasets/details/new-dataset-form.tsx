"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { type Action, useAction } from "#components/ui/use-action.ts";
import type { DatasetDetailsInput } from "#lib/datasets/dataset-details.ts";

export type NewDatasetFormProps = { create: Action<DatasetDetailsInput, { id: string }> };

const nextSteps = [
  {
    value: "import",
    label: "Import a file",
    description:
      "CSV or JSON Lines, dropped, pasted or chosen. You see every column before anything is stored.",
  },
  {
    value: "write",
    label: "Write cases by hand",
    description: "Start empty and add the first case in the browser.",
  },
];

export function NewDatasetForm({ create }: NewDatasetFormProps) {
  const router = useRouter();
  const { run, pending, failure } = useAction(create);
  const [next, setNext] = useState("import");
  const created = useRef(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (created.current) return;
    const form = new FormData(event.currentTarget);
    const details = { name: String(form.get("name")), description: String(form.get("description")) };
    run(details, ({ id }) => {
      created.current = true;
      router.push(next === "import" ? `/datasets/${id}/import` : `/datasets/${id}`);
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {failure && !failure.fields.name && (
        <Alert tone="danger" live>
          {failure.message}
        </Alert>
      )}
      <Field
        label="Name"
        required
        error={failure?.fields.name}
        hint="What the cases are about: “Support ticket routing”."
      >
        <Input name="name" maxLength={120} autoComplete="off" autoFocus />
      </Field>
      <Field label="Description" optional error={failure?.fields.description}>
        <Textarea
          name="description"
          maxLength={4000}
          placeholder="Where the cases come from, who keeps them, what a right answer is."
        />
      </Field>
      <FieldGroup legend="First cases">
        <RadioCards name="next" options={nextSteps} value={next} onValueChange={setNext} />
      </FieldGroup>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={pending}>
          {next === "import" ? "Create and choose a file" : "Create dataset"}
        </Button>
      </div>
    </form>
  );
}
