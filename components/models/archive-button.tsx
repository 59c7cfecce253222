"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import type { ActionFailure } from "#components/ui/use-action.ts";

export type ArchiveButtonProps = {
  /** "model" or "connection". */
  noun: string;
  name: string;
  /** What archiving means for this thing. */
  consequence: string;
  isArchived: boolean;
  archive: () => Promise<{ ok: true } | ActionFailure>;
  restore: () => Promise<{ ok: true } | ActionFailure>;
  /** Where to go after archiving. */
  listHref: string;
};

/** Archive after a question, or bring back at once. */
export function ArchiveButton(props: ArchiveButtonProps) {
  const { noun, name, consequence, isArchived, listHref } = props;
  const router = useRouter();

  async function archive() {
    const result = await props.archive();
    if (!result.ok) throw new Error(result.message);
    toast.success(`Archived "${name}".`);
    router.push(listHref);
  }

  async function restore() {
    const result = await props.restore();
    if (!result.ok) throw new Error(result.message);
    toast.success(`Restored "${name}".`);
    router.refresh();
  }

  if (isArchived) {
    return (
      <ConfirmDialog
        tone="primary"
        title={`Restore "${name}"?`}
        description={`The ${noun} will be on the lists again.`}
        confirmLabel="Restore"
        trigger={<Button>Restore</Button>}
        onConfirm={restore}
      />
    );
  }
  return (
    <ConfirmDialog
      title={`Archive "${name}"?`}
      description={consequence}
      confirmLabel="Archive"
      trigger={<Button variant="ghost">Archive</Button>}
      onConfirm={archive}
    />
  );
}
