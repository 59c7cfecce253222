"use client";

import { FieldGroup } from "#components/ui/form/field-group.tsx";
import { RadioCards } from "#components/ui/form/radio-cards.tsx";
import {
  type ConnectionKind,
  connectionKindFacts,
  connectionKinds,
  findConnectionKind,
} from "#lib/models/connections/kinds/connection-kind.ts";

export type KindChooserProps = {
  kind: ConnectionKind;
  onKindChange: (kind: ConnectionKind) => void;
  /** Why no program can be connected, or null. */
  commandsRefused: string | null;
  error: string | undefined;
};

/** What is called: asked once, for a new connection. */
export function KindChooser({ kind, onKindChange, commandsRefused, error }: KindChooserProps) {
  return (
    <FieldGroup legend="What do you call?" error={error}>
      <RadioCards
        name="kind"
        columns={3}
        value={kind}
        onValueChange={(value) => {
          const chosen = findConnectionKind(value);
          if (chosen !== null) onKindChange(chosen);
        }}
        options={connectionKinds.map((value) => {
          const isRefused = value === "command" && commandsRefused !== null;
          const { label, description } = connectionKindFacts[value];
          return {
            value,
            label,
            description: isRefused ? commandsRefused : description,
            disabled: isRefused,
          };
        })}
      />
    </FieldGroup>
  );
}
