"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { SliceChoice } from "#lib/decisions/question/list-slice-choices.ts";
import { decideHref, type QuestionParams } from "#lib/decisions/question/question-params.ts";
import { AmountField } from "./amount-field.tsx";
import { CriticalField } from "./critical-field.tsx";
import { SliceFloors } from "./slice-floors.tsx";

export type QuestionFormProps = {
  params: QuestionParams;
  problems: Readonly<Record<string, string>>;
  datasets: readonly { id: string; name: string }[];
  slices: readonly SliceChoice[];
  /** The same page with the bar of the dataset's gate, where it has one. */
  gateHref: string | null;
  models: readonly { id: string; name: string; isMeasured: boolean }[];
};

/** The bar, and what else is asked. Submitting it is going to its address. */
export function QuestionForm({ params, problems, datasets, slices, gateHref, models }: QuestionFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(params);
  const [pending, startTransition] = useTransition();
  const change = (part: Partial<QuestionParams>) => setDraft((current) => ({ ...current, ...part }));
  const go = (next: QuestionParams) =>
    startTransition(() => router.push(decideHref(next), { scroll: false }));
  const amount = (name: AmountName) => ({
    value: draft[name],
    error: problems[name],
    onChange: (text: string) => change({ [name]: text }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    go(draft);
  }

  return (
    <Card
      title="The bar"
      description="What a model must clear. Each limit has to be proven by its interval."
      actions={
        gateHref !== null && (
          <LinkButton href={gateHref} size="sm">
            Use the bar of the gate
          </LinkButton>
        )
      }
      className="print:hidden"
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate aria-label="The bar">
        <Field label="Dataset">
          <NativeSelect
            value={draft.dataset}
            onChange={({ target }) =>
              go({ ...draft, dataset: target.value, runs: [], slices: [], stated: {} })
            }
          >
            {draft.dataset === "" && <option value="">Choose a dataset</option>}
            {datasets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <AmountField label="Pass rate, at least" unit="%" placeholder="93" {...amount("floor")} />
        <SliceFloors
          choices={slices}
          floors={draft.slices}
          problems={problems}
          onChange={(floors) => change({ slices: floors })}
        />
        <AmountField
          label="Loss against the approved baseline, less than"
          unit="points"
          placeholder="2"
          {...amount("regression")}
        />
        <CriticalField draft={draft} onChange={change} />
        <AmountField label="p95 latency, at most" unit="ms" placeholder="400" {...amount("p95")} />
        <AmountField
          label="Cost per 1,000 requests, at most"
          unit="$"
          placeholder="1.20"
          {...amount("cost")}
        />
        <AmountField
          label="Attempts without a verdict, at most"
          unit="%"
          placeholder="2"
          {...amount("missing")}
        />
        <AmountField label="Cases with a verdict, at least" placeholder="200" {...amount("cases")} />
        <Checkbox
          label="Self-hosted only"
          hint="Built-in models, local programs and servers at a private address."
          checked={draft.own}
          onCheckedChange={(own) => change({ own })}
        />
        <Field label="Licence, one of" hint="Names with commas between them, as on the models' pages.">
          <Input
            value={draft.licence}
            maxLength={200}
            placeholder="Apache-2.0, MIT"
            onChange={({ target }) => change({ licence: target.value })}
          />
        </Field>
        <FieldGroup legend="Money" hint="With all three the models are ordered by what they earn in a month.">
          <AmountField label="A right answer is worth" unit="$" placeholder="0.50" {...amount("value")} />
          <AmountField label="A wrong answer costs" unit="$" placeholder="3.00" {...amount("wrong")} />
          <AmountField label="Requests a month" placeholder="100,000" {...amount("traffic")} />
        </FieldGroup>
        <AmountField
          label="A loss that does not matter"
          unit="points"
          placeholder="2"
          hint="For “no worse than the best”. Fix it before you look."
          {...amount("margin")}
        />
        {models.length > 0 && (
          <StatedCosts
            models={models}
            stated={draft.stated}
            problems={problems}
            onChange={(stated) => change({ stated })}
          />
        )}
        <Button type="submit" variant="primary" loading={pending}>
          Weigh the models
        </Button>
      </form>
    </Card>
  );
}

type AmountName =
  | "floor"
  | "regression"
  | "p95"
  | "cost"
  | "missing"
  | "cases"
  | "value"
  | "wrong"
  | "traffic"
  | "margin";

type StatedCostsProps = {
  models: QuestionFormProps["models"];
  stated: QuestionParams["stated"];
  problems: QuestionFormProps["problems"];
  onChange: (stated: QuestionParams["stated"]) => void;
};

/** A model on your own machines has no price per token, and imported answers often have none: what they cost can be stated. */
function StatedCosts({ models, stated, problems, onChange }: StatedCostsProps) {
  const hasProblem = Object.keys(problems).some((field) => field.startsWith("stated."));
  const isOpen = hasProblem || Object.keys(stated).length > 0 || models.some(({ isMeasured }) => !isMeasured);
  return (
    <details open={isOpen} className="rounded-md border px-3 py-2">
      <summary className="font-medium text-sm">Costs that you know better</summary>
      <p className="mt-1 text-muted text-xs">
        Dollars per 1,000 requests, in place of what was measured. Marked as stated wherever it is used.
      </p>
      <div className="mt-3 flex flex-col gap-3">
        {models.map(({ id, name, isMeasured }) => (
          <AmountField
            key={id}
            label={name}
            unit="$"
            placeholder={isMeasured ? "as measured" : "unknown"}
            value={stated[id] ?? ""}
            error={problems[`stated.${id}`]}
            onChange={(text) => onChange({ ...stated, [id]: text })}
          />
        ))}
      </div>
    </details>
  );
}
