"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { Button } from "#components/ui/button.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";

export type AuditFiltersProps = {
  subjectTypes: readonly string[];
  actors: readonly { id: string; name: string }[];
};

const parsers = { subject: parseAsString, id: parseAsString, actor: parseAsString, before: parseAsString };

/** Who and what; kept in the address, and a change goes back to the first page. */
export function AuditFilters({ subjectTypes, actors }: AuditFiltersProps) {
  const [state, setState] = useQueryStates(parsers, { shallow: false, history: "push" });
  const change = (filter: { subject?: string | null; actor?: string | null }) =>
    void setState({ ...filter, id: null, before: null });

  return (
    <search className="flex flex-wrap items-center gap-2">
      <NativeSelect
        aria-label="Kind of thing"
        className="w-44"
        value={state.subject ?? ""}
        onChange={(event) => change({ subject: event.target.value || null })}
      >
        <option value="">All kinds of things</option>
        {subjectTypes.map((kind) => (
          <option key={kind} value={kind}>
            {kind.replaceAll("-", " ")}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        aria-label="Who did it"
        className="w-56"
        value={state.actor ?? ""}
        onChange={(event) => change({ actor: event.target.value || null })}
      >
        <option value="">Everybody</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      {(state.subject || state.actor || state.id) && (
        <Button variant="ghost" onClick={() => change({ subject: null, actor: null })}>
          Show everything
        </Button>
      )}
    </search>
  );
}
