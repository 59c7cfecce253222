"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { type Action, useAction } from "#components/ui/use-action.ts";
import { type ModelSize, sizeWords } from "#lib/models/size/model-size.ts";

type Billions = { parametersBillion: number | null; activeParametersBillion: number | null };

export type SizeCardProps = {
  modelId: string;
  /** As somebody said it, or as the name reads; null where neither tells. */
  size: ModelSize | null;
  /** Null for whoever may only read. */
  save: Action<Billions & { modelId: string }, void> | null;
};

/** How many parameters the model has, for decisions that ask for the smallest. */
export function SizeCard({ modelId, size, save }: SizeCardProps) {
  return (
    <Card
      title="Size"
      description="Decisions name the smallest of the models that are good enough: the one with the fewest parameters in total."
    >
      <div className="flex flex-col gap-3">
        <p className="tabular text-sm">{sentenceOf(size)}</p>
        {save !== null && (
          <SizeForm
            key={`${size?.total} ${size?.active} ${size?.source}`}
            modelId={modelId}
            size={size}
            save={save}
          />
        )}
      </div>
    </Card>
  );
}

function sentenceOf(size: ModelSize | null): string {
  if (size === null) return "Not known: neither said, nor to be read from its name.";
  return size.source === "stated"
    ? `${sizeWords(size)}.`
    : `${sizeWords(size)}: a guess from its name. Save the real number to be sure.`;
}

function SizeForm({
  modelId,
  size,
  save,
}: {
  modelId: string;
  size: ModelSize | null;
  save: NonNullable<SizeCardProps["save"]>;
}) {
  const router = useRouter();
  const stated = size?.source === "stated" ? size : null;
  const [total, setTotal] = useState(stated === null ? "" : String(stated.total));
  const [active, setActive] = useState(stated?.active == null ? "" : String(stated.active));
  const { run, pending, failure } = useAction(save);
  const read = { parametersBillion: numberOf(total), activeParametersBillion: numberOf(active) };
  const isSame =
    read.parametersBillion === (stated?.total ?? null) &&
    read.activeParametersBillion === (stated?.active ?? null);

  function submit(event: FormEvent) {
    event.preventDefault();
    run({ modelId, ...read }, () => {
      toast.success("The size is kept.");
      router.refresh();
    });
  }

  const fields = failure?.fields ?? {};
  const inFields = fields.parametersBillion ?? fields.activeParametersBillion;
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3" noValidate>
      <Field label="Parameters (billions)" className="w-44 max-w-full" error={fields.parametersBillion}>
        <Input
          value={total}
          inputMode="decimal"
          placeholder={size === null ? "8" : String(size.total)}
          onChange={(event) => setTotal(event.target.value)}
        />
      </Field>
      <Field
        label="Active (billions)"
        optional
        className="w-44 max-w-full"
        error={
          fields.activeParametersBillion ??
          (failure !== null && inFields === undefined ? failure.message : undefined)
        }
      >
        <Input
          value={active}
          inputMode="decimal"
          placeholder="all"
          onChange={(event) => setActive(event.target.value)}
        />
      </Field>
      <Button type="submit" className="mt-[1.625rem]" loading={pending} disabled={isSame}>
        Save
      </Button>
    </form>
  );
}

/** What is not a number is sent as one that the server refuses in words. */
function numberOf(text: string): number | null {
  const value = Number(text.trim().replaceAll(",", ""));
  if (text.trim() === "") return null;
  return Number.isFinite(value) ? value : -1;
}
