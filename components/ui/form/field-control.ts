"use client";

import { createContext, useContext } from "react";

export type FieldControl = {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
};

export const FieldControlContext = createContext<FieldControl | null>(null);

type ControlProps = {
  id?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
};

/** The attributes that tie a control to the Field around it; a control outside a Field keeps its own. */
export function useFieldControl(props: ControlProps): ControlProps {
  const field = useContext(FieldControlContext);
  if (!field) {
    return {
      id: props.id,
      required: props.required,
      "aria-describedby": props["aria-describedby"],
      "aria-invalid": props["aria-invalid"],
    };
  }
  return {
    id: props.id ?? field.id,
    required: props.required ?? (field.required || undefined),
    "aria-describedby": [props["aria-describedby"], field.describedBy].filter(Boolean).join(" ") || undefined,
    "aria-invalid": props["aria-invalid"] ?? (field.invalid || undefined),
  };
}
