"use client";

import { Archive, ArchiveRestore, Ellipsis, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { DropdownMenu, DropdownMenuItem } from "#components/ui/overlay/dropdown-menu.tsx";
import type { DatasetActions } from "../dataset-actions.ts";
import { DatasetDetailsDialog } from "./dataset-details-dialog.tsx";

export type DatasetMenuProps = {
  dataset: { id: string; name: string; description: string; archivedAt: Date | null };
  actions: Pick<DatasetActions, "update" | "archive" | "restore">;
};

export function DatasetMenu({ dataset, actions }: DatasetMenuProps) {
  const router = useRouter();
  const [dialog, setDialog] = useState<"details" | "archive" | null>(null);

  async function archive() {
    const result = await actions.archive({ datasetId: dataset.id });
    if (!result.ok) throw new Error(result.message);
    toast.success(`"${dataset.name}" is archived.`);
    router.push("/datasets");
  }

  async function restore() {
    const result = await actions.restore({ datasetId: dataset.id });
    if (result.ok) toast.success(`"${dataset.name}" is back.`);
    else toast.error(result.message);
  }

  return (
    <>
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="icon" aria-label="More for this dataset">
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <DropdownMenuItem icon={<Pencil aria-hidden />} onSelect={() => setDialog("details")}>
          Rename and describe
        </DropdownMenuItem>
        {dataset.archivedAt === null ? (
          <DropdownMenuItem
            icon={<Archive aria-hidden />}
            tone="danger"
            onSelect={() => setDialog("archive")}
          >
            Archive dataset
          </DropdownMenuItem>
        ) : (
          <DropdownMenuItem icon={<ArchiveRestore aria-hidden />} onSelect={() => void restore()}>
            Restore dataset
          </DropdownMenuItem>
        )}
      </DropdownMenu>
      <DatasetDetailsDialog
        dataset={dataset}
        open={dialog === "details"}
        onOpenChange={(open) => setDialog(open ? "details" : null)}
        update={actions.update}
      />
      <ConfirmDialog
        title={`Archive "${dataset.name}"`}
        description="It leaves the list and takes no more changes or runs. Its versions, runs and scorecards stay, and it can be restored."
        confirmLabel="Archive"
        open={dialog === "archive"}
        onOpenChange={(open) => setDialog(open ? "archive" : null)}
        onConfirm={archive}
      />
    </>
  );
}
