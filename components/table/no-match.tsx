import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";

export type NoMatchProps = {
  /** One row: "case". */
  noun: string;
  onClear: () => void;
  headingLevel?: 2 | 3;
};

/** Instead of rows, when search and filters leave none. */
export function NoMatch({ noun, onClear, headingLevel }: NoMatchProps) {
  return (
    <EmptyState
      headingLevel={headingLevel}
      title={`No ${noun} matches`}
      text="Look for another word, or take filters off."
      action={<Button onClick={onClear}>Clear search and filters</Button>}
    />
  );
}
