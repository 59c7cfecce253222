"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { type SetsQuestion, setsHref } from "./sets-address.ts";

export type SetsFormProps = SetsQuestion & { offered: readonly { id: string; name: string }[] };

/** Which datasets count, and how much each. */
export function SetsForm({ sets, order, offered }: SetsFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(sets);
  const [pending, startTransition] = useTransition();
  const go = (next: SetsQuestion["sets"]) =>
    startTransition(() => router.push(setsHref({ sets: next, order }), { scroll: false }));
  const nameOf = (id: string) => offered.find((one) => one.id === id)?.name ?? "another dataset";
  const left = offered.filter(({ id }) => !draft.some(({ datasetId }) => datasetId === id));

  function submit(event: FormEvent) {
    event.preventDefault();
    go(draft);
  }

  return (
    <Card title="Datasets and their weights" className="print:hidden">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3" noValidate>
        {draft.map(({ datasetId, weight }, index) => (
          <div key={datasetId} className="flex items-end gap-1">
            <Field label={`Weight of ${nameOf(datasetId)}`} className="w-44">
              <Input
                inputMode="decimal"
                maxLength={12}
                value={weight}
                onChange={({ target }) =>
                  setDraft(draft.map((set, at) => (at === index ? { ...set, weight: target.value } : set)))
                }
              />
            </Field>
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Leave out ${nameOf(datasetId)}`}
              disabled={draft.length === 1}
              onClick={() => go(draft.filter((set) => set.datasetId !== datasetId))}
            >
              <X aria-hidden />
            </Button>
          </div>
        ))}
        {left.length > 0 && draft.length < 12 && (
          <Field label="Add a dataset" className="w-44">
            <NativeSelect
              value=""
              onChange={({ target }) => go([...draft, { datasetId: target.value, weight: "1" }])}
            >
              <option value="">Choose…</option>
              {left.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
        )}
        <Button type="submit" variant="primary" loading={pending}>
          Weigh
        </Button>
      </form>
    </Card>
  );
}
