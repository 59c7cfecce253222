"use client";

import { type FormEvent, useState } from "react";
import { setMonthlyBudgetAction } from "#app/(workspace)/settings/budget/actions.ts";
import { priceText, readPriceText } from "#components/models/form/number-text.ts";
import { FormMessage } from "#components/settings/form-message.tsx";
import { useAction } from "#components/settings/use-action.ts";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import { formatMicroUsd } from "#components/ui/format/format-micro-usd.ts";

type BudgetFormProps = { budgetMicroUsd: number | null };

const sentence = (budget: number | null) =>
  budget === null ? "There is no monthly budget." : `The monthly budget is ${formatMicroUsd(budget)}.`;

export function BudgetForm({ budgetMicroUsd }: BudgetFormProps) {
  const [text, setText] = useState(priceText(budgetMicroUsd));
  const [problem, setProblem] = useState<string | null>(null);
  const { run, pending, fields, message } = useAction(
    setMonthlyBudgetAction,
    ({ budgetMicroUsd: set, former }) => {
      if (set === former) return void toast.success(sentence(set));
      toast.success(`${sentence(set)} It holds at once.`, {
        action: { label: "Undo", onClick: () => void undo(former) },
      });
    },
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const read = readPriceText(text);
    setProblem(read.problem);
    if (read.problem === null) run({ budgetMicroUsd: read.value });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <FormMessage message={message} />
      <Field
        label="US dollars for each calendar month"
        hint="Empty is no limit. With 0 only models that cost nothing can run."
        error={problem ?? fields.budgetMicroUsd}
      >
        <Input
          inputMode="decimal"
          placeholder="no limit"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="max-w-48"
        />
      </Field>
      <div>
        <Button type="submit" loading={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}

async function undo(former: number | null): Promise<void> {
  const result = await setMonthlyBudgetAction({ budgetMicroUsd: former }).catch(() => null);
  if (result?.ok) toast.success(`${sentence(former)} It is as it was.`);
  else toast.error(result?.message ?? "The server could not be reached. Nothing was changed.");
}
