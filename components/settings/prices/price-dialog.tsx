"use client";

import { type FormEvent, useState } from "react";
import { savePriceAction } from "#app/(workspace)/settings/prices/actions.ts";
import { FormMessage } from "#components/settings/form-message.tsx";
import { useAction } from "#components/settings/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { Dialog } from "#components/ui/overlay/dialog.tsx";
import type { SavedPrice } from "#lib/models/prices/save-price.ts";
import { draftFields, type PriceDraft, readDraft } from "./price-draft.ts";

export type PriceDialogProps = {
  draft: PriceDraft;
  onClose: () => void;
  onSaved: (saved: SavedPrice) => void;
};

const amounts: Readonly<Record<(typeof draftFields)[number], { label: string; hint: string }>> = {
  inputPrice: { label: "Input, $", hint: "0 is free." },
  outputPrice: { label: "Output, $", hint: "Reasoning counts as output." },
  cachedInputPrice: { label: "Cached input, $", hint: "Empty: as input." },
};

export function PriceDialog({ draft, onClose, onSaved }: PriceDialogProps) {
  const [typed, setTyped] = useState(draft);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const { run, pending, fields, message } = useAction(savePriceAction, onSaved);
  const errorOf = (name: string) => problems[name] ?? fields[name];
  const change = (part: Partial<PriceDraft>) => setTyped((now) => ({ ...now, ...part }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readDraft(typed);
    setProblems("problems" in read ? read.problems : {});
    if ("input" in read) run(read.input);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={draft.title}
      description="US dollars per million tokens. Runs that have started keep the price that they started with."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <FormMessage message={message} />
        <Field
          label="Model id"
          hint="As the server knows it, exactly. The price holds for every connection that serves it."
          error={errorOf("providerModel")}
          required
        >
          <Input
            mono
            value={typed.providerModel}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change({ providerModel: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-3">
          {draftFields.map((name) => (
            <Field key={name} label={amounts[name].label} hint={amounts[name].hint} error={errorOf(name)}>
              <Input
                inputMode="decimal"
                autoComplete="off"
                value={typed[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            </Field>
          ))}
        </div>
        <Field
          label="Valid from"
          hint="From midnight UTC. An older price of the model holds until then."
          error={errorOf("validFrom")}
          required
          className="sm:max-w-48"
        >
          <Input
            type="date"
            value={typed.validFrom}
            onChange={(event) => change({ validFrom: event.target.value })}
          />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" loading={pending}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
