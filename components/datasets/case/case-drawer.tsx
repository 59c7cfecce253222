"use client";

import { Archive, ArchiveRestore, ChevronDown, ChevronUp, Pencil, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/feedback/error-state.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { Sheet } from "#components/ui/overlay/sheet.tsx";
import { useAction } from "#components/ui/use-action.ts";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import type { CaseActions } from "../dataset-actions.ts";
import { CaseBody } from "./case-body.tsx";
import { revisionOf, revisionSpan } from "./revision-changes.ts";
import { useCaseDetails } from "./use-case-details.ts";

export type CaseDrawerProps = {
  datasetId: string;
  caseKey: string;
  version: number | null;
  editable: boolean;
  previousKey: string | null;
  nextKey: string | null;
  onOpen: (key: string) => void;
  onClose: () => void;
  onChanged: () => void;
  onArchive: (key: string, archived: boolean) => void;
  actions: CaseActions;
};

export function CaseDrawer(props: CaseDrawerProps) {
  const { datasetId, caseKey, version, editable, previousKey, nextKey, onOpen, onClose, onChanged } = props;
  const { details, error, reload } = useCaseDetails(datasetId, caseKey);
  const [editing, setEditing] = useState(false);
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState<(() => void) | null>(null);
  const discard = useAction(props.actions.discard);
  const revision = details === null ? undefined : revisionOf(details.revisions, version);
  const canEdit = editable && revision !== undefined && !revision.archived;

  /** Runs at once, or after the reader agreed to lose what was typed. */
  function leave(then: () => void) {
    if (editing && dirty) return setLeaving(() => then);
    setEditing(false);
    setDirty(false);
    then();
  }
  const open = (key: string | null) => key !== null && leave(() => onOpen(key));

  function archive(archived: boolean) {
    props.onArchive(caseKey, archived);
    if (nextKey !== null) onOpen(nextKey);
    else onClose();
  }

  function discardDraft() {
    discard.run({ datasetId, key: caseKey }, ({ remains }) => {
      toast.success(remains ? `"${caseKey}" is back to what is published.` : `"${caseKey}" is removed.`);
      onChanged();
      if (remains) reload();
      else onClose();
    });
  }

  useShortcuts(
    [
      {
        keys: "j",
        label: "Next case",
        run: () => open(nextKey),
        inDialogs: true,
        repeat: true,
        disabled: nextKey === null,
      },
      {
        keys: "k",
        label: "Previous case",
        run: () => open(previousKey),
        inDialogs: true,
        repeat: true,
        disabled: previousKey === null,
      },
      {
        keys: "e",
        label: "Edit the case",
        run: () => setEditing(true),
        inDialogs: true,
        disabled: !canEdit || editing,
      },
    ],
    "Case",
  );

  return (
    <Sheet
      title={<bdi className="font-mono text-sm">{caseKey}</bdi>}
      description={revision && revisionSpan(revision)}
      size="lg"
      open
      onOpenChange={(isOpen) => !isOpen && leave(onClose)}
      actions={
        <>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Previous case (k)"
            disabled={previousKey === null}
            onClick={() => open(previousKey)}
          >
            <ChevronUp aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Next case (j)"
            disabled={nextKey === null}
            onClick={() => open(nextKey)}
          >
            <ChevronDown aria-hidden />
          </Button>
        </>
      }
      footer={
        editable &&
        revision &&
        !editing && (
          <>
            {revision.firstVersion === null && (
              <Button variant="ghost" loading={discard.pending} onClick={discardDraft}>
                <Undo2 aria-hidden />
                Discard changes
              </Button>
            )}
            <Button onClick={() => archive(!revision.archived)}>
              {revision.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
              {revision.archived ? "Restore" : "Archive"}
            </Button>
            {canEdit && (
              <Button variant="primary" shortcut="e" onClick={() => setEditing(true)}>
                <Pencil aria-hidden />
                Edit
              </Button>
            )}
          </>
        )
      }
    >
      {error !== null && <ErrorState text={error} action={<Button onClick={reload}>Try again</Button>} />}
      {details === null && error === null && <DrawerSkeleton />}
      {discard.failure && (
        <p role="alert" className="mb-3 text-negative text-sm">
          {discard.failure.message}
        </p>
      )}
      {details !== null && (
        <CaseBody
          key={`${caseKey} ${revision?.contentHash}`}
          datasetId={datasetId}
          details={details}
          revision={revision}
          version={version}
          editing={editing && canEdit}
          edit={props.actions.edit}
          onDirty={setDirty}
          onCancel={() => leave(() => undefined)}
          onSaved={(changed) => {
            setEditing(false);
            setDirty(false);
            toast.success(
              changed ? `"${caseKey}" is saved. Publish to use it in runs.` : "Nothing was changed.",
            );
            reload();
            onChanged();
          }}
        />
      )}
      <ConfirmDialog
        title="Discard your edits"
        description="What you typed in this case has not been saved."
        confirmLabel="Discard edits"
        cancelLabel="Go on editing"
        open={leaving !== null}
        onOpenChange={(isOpen) => !isOpen && setLeaving(null)}
        onConfirm={() => {
          setEditing(false);
          setDirty(false);
          leaving?.();
        }}
      />
    </Sheet>
  );
}

function DrawerSkeleton() {
  return (
    <div role="status" aria-label="The case is being read" className="flex flex-col gap-4">
      <Skeleton className="h-32" />
      <Skeleton className="h-20" />
      <Skeleton className="h-5 w-1/2" />
    </div>
  );
}
