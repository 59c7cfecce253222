"use client";

import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Section } from "#components/ui/layout/section.tsx";
import { valueText } from "#lib/datasets/case-text.ts";
import type { CaseDetails, CaseRevisionDetails } from "#lib/datasets/cases/get-case.ts";
import type { CaseActions } from "../dataset-actions.ts";
import { CaseContentView, shownChars } from "./case-content-view.tsx";
import { CaseEditor } from "./case-editor.tsx";
import { CaseHistory } from "./case-history.tsx";

export type CaseBodyProps = {
  datasetId: string;
  details: CaseDetails;
  revision: CaseRevisionDetails | undefined;
  version: number | null;
  editing: boolean;
  edit: CaseActions["edit"];
  onSaved: (changed: boolean) => void;
  onCancel: () => void;
  onDirty: (dirty: boolean) => void;
};

export function CaseBody({ details, revision, version, editing, ...editor }: CaseBodyProps) {
  if (revision === undefined) {
    return (
      <EmptyState
        title="Not in this version"
        text={`Version ${version} does not have the case "${details.key}".`}
      />
    );
  }
  if (editing && isTooLongToEdit(revision)) {
    return (
      <Alert action={<Button onClick={editor.onCancel}>Back</Button>}>
        This case is too long to edit in the browser. Export it as JSON Lines, change it there, and import it
        again: its key brings the change to this case.
      </Alert>
    );
  }
  if (editing) return <CaseEditor caseKey={details.key} revision={revision} {...editor} />;
  return (
    <div className="flex flex-col gap-6">
      {revision.archived && (
        <Alert tone="warning">This case is archived: the next version leaves it out.</Alert>
      )}
      <CaseContentView revision={revision} />
      <Section title="History">
        <CaseHistory revisions={details.revisions} />
      </Section>
    </div>
  );
}

function isTooLongToEdit(revision: CaseRevisionDetails): boolean {
  return [revision.input, revision.expected, revision.metadata].some(
    (value) => valueText(value).length > shownChars,
  );
}
