"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SearchInput } from "#components/ui/form/search-input.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";

const shows = ["active", "archived"] as const;

export function DatasetsSearch() {
  const [state, setState] = useQueryStates(
    {
      q: parseAsString.withDefault(""),
      show: parseAsStringLiteral(shows).withDefault("active"),
      after: parseAsString,
    },
    { shallow: false },
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search datasets"
        value={state.q}
        onValueChange={(q) => void setState({ q, after: null })}
      />
      <SegmentedControl
        label="Which datasets"
        options={[
          { value: "active", label: "In use" },
          { value: "archived", label: "Archived" },
        ]}
        value={state.show}
        onValueChange={(show) => void setState({ show, after: null })}
      />
    </div>
  );
}
