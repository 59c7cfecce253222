import { useId } from "react";
import { Checkbox } from "#components/ui/form/checkbox.tsx";
import { Input } from "#components/ui/form/input.tsx";
import type { PolicyDraft } from "./policy-draft.ts";

export type CriticalRowProps = {
  critical: PolicyDraft["critical"];
  tags: readonly string[];
  onChange: (critical: PolicyDraft["critical"]) => void;
};

export function CriticalRow({ critical, tags, onChange }: CriticalRowProps) {
  const listId = useId();
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
      <Checkbox
        label={<span className="font-medium">No newly failing critical case</span>}
        hint="Cases that the baseline passed: those with the tag, and those that a critical grader fails."
        checked={critical.on}
        onCheckedChange={(on) => onChange({ ...critical, on })}
        className="min-w-0 flex-1 basis-64"
      />
      <span className="flex items-center gap-1.5 text-muted text-sm">
        tag
        <Input
          aria-label="Tag of critical cases"
          list={listId}
          placeholder="none"
          autoComplete="off"
          maxLength={80}
          value={critical.tag}
          disabled={!critical.on}
          onChange={(event) => onChange({ ...critical, tag: event.target.value })}
          className="w-36"
        />
      </span>
      <datalist id={listId}>
        {tags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </div>
  );
}
