"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { ChoosableGrader } from "./chosen-grader.ts";

export type AddGraderProps = { graders: readonly ChoosableGrader[]; onAdd: (graderId: string) => void };

/** One of the graders that are not chosen yet, or a new one. */
export function AddGrader({ graders, onAdd }: AddGraderProps) {
  const [picked, setPicked] = useState("");
  const current = graders.find((grader) => grader.id === picked) ?? graders[0];
  return (
    <div className="flex flex-wrap items-center gap-2">
      {current && (
        <>
          <Field label="Grader to add" hideLabel className="min-w-44 flex-1">
            <NativeSelect value={current.id} onChange={(event) => setPicked(event.target.value)}>
              {graders.map((grader) => (
                <option key={grader.id} value={grader.id}>
                  {grader.name}, {grader.kindLabel}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Button onClick={() => onAdd(current.id)}>
            <Plus aria-hidden />
            Add
          </Button>
        </>
      )}
      <LinkButton href="/graders/new" variant="ghost">
        New grader
      </LinkButton>
    </div>
  );
}
