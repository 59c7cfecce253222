"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { type Action, useAction } from "#components/ui/use-action.ts";

export type LicenceCardProps = {
  modelId: string;
  licence: string;
  /** Null for whoever may only read. */
  save: Action<{ modelId: string; licence: string }, void> | null;
};

/** Under which licence the model may be used, for decisions that ask for one. */
export function LicenceCard({ modelId, licence, save }: LicenceCardProps) {
  return (
    <Card
      title="Licence"
      description="Under which it may be used. A decision can be limited to models of named licences."
    >
      {save === null ? (
        <p className="text-sm">{licence === "" ? "Not known." : licence}</p>
      ) : (
        <LicenceForm key={licence} modelId={modelId} licence={licence} save={save} />
      )}
    </Card>
  );
}

type LicenceFormProps = { modelId: string; licence: string; save: NonNullable<LicenceCardProps["save"]> };

function LicenceForm({ modelId, licence, save }: LicenceFormProps) {
  const router = useRouter();
  const [text, setText] = useState(licence);
  const { run, pending, failure } = useAction(save);

  function submit(event: FormEvent) {
    event.preventDefault();
    run({ modelId, licence: text }, () => {
      toast.success("The licence is kept.");
      router.refresh();
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3" noValidate>
      <Field
        label="Licence"
        className="w-64 max-w-full"
        error={failure === null ? undefined : (failure.fields.licence ?? failure.message)}
      >
        <Input
          value={text}
          maxLength={80}
          placeholder="Apache-2.0"
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button type="submit" loading={pending} disabled={text.trim() === licence}>
        Save
      </Button>
    </form>
  );
}
