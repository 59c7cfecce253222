import type { ReactNode } from "react";
import { CopyButton } from "#components/ui/display/copy-button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Input } from "#components/ui/form/input.tsx";

export type ShownOnceProps = {
  label: string;
  text: string;
  copyLabel: string;
  /** What it is for, and that it is not shown again. */
  children: ReactNode;
};

/** A secret in full, once: only a hash of it is stored. */
export function ShownOnce({ label, text, copyLabel, children }: ShownOnceProps) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">{children}</p>
      <div className="flex items-end gap-1.5">
        <Field label={label} className="flex-1">
          <Input value={text} readOnly mono onFocus={(event) => event.target.select()} />
        </Field>
        <CopyButton text={text} label={copyLabel} showLabel />
      </div>
    </div>
  );
}
