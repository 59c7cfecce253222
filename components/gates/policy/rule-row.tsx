import { type ReactNode, useId } from "react";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { FieldError } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { TypedBar } from "./policy-draft.ts";

export type RuleRowProps = {
  label: string;
  /** What is asked for, and how it is proven. */
  hint: ReactNode;
  /** Before and after the number: "at least", "%". */
  before: string;
  unit: string;
  bar: TypedBar;
  problem?: string;
  onChange: (bar: TypedBar) => void;
};

/** A rule that asks for one number: a tick box, and the number in its sentence. */
export function RuleRow({ label, hint, before, unit, bar, problem, onChange }: RuleRowProps) {
  const errorId = useId();
  return (
    <div className="flex flex-col gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <Checkbox
          label={<span className="font-medium">{label}</span>}
          hint={hint}
          checked={bar.on}
          onCheckedChange={(on) => onChange({ ...bar, on })}
          className="min-w-0 flex-1 basis-64"
        />
        <span className="flex items-center gap-1.5 text-muted text-sm">
          {before}
          <Input
            aria-label={`${label}, ${before}, in ${unit}`}
            aria-invalid={problem !== undefined || undefined}
            aria-describedby={problem === undefined ? undefined : errorId}
            inputMode="decimal"
            autoComplete="off"
            value={bar.text}
            disabled={!bar.on}
            onChange={(event) => onChange({ ...bar, text: event.target.value })}
            className="tabular w-20 text-right"
          />
          <span className="w-14">{unit}</span>
        </span>
      </div>
      {problem !== undefined && <FieldError id={errorId}>{problem}</FieldError>}
    </div>
  );
}
