"use client";

import { Archive, ArchiveRestore, Ellipsis, Pencil, Play, Power } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { DropdownMenu, DropdownMenuItem } from "#components/ui/overlay/dropdown-menu.tsx";
import { usePress } from "../../runs/page/control/use-press.ts";
import { newRequestKey } from "../../runs/start/request-key.ts";
import type { ScheduleActions } from "../schedule-actions.ts";

export type ScheduleControlsProps = {
  schedule: { id: string; name: string; enabled: boolean; archived: boolean };
  actions: ScheduleActions;
};

export function ScheduleControls({ schedule, actions }: ScheduleControlsProps) {
  const { id, name, enabled, archived } = schedule;
  const router = useRouter();
  const requestKey = useRef<string | null>(null);
  const setEnabled = usePress(actions.setEnabled);
  const setArchived = usePress(actions.setArchived);
  const startNow = usePress(actions.startNow);

  function turn(on: boolean) {
    setEnabled.run({ scheduleId: id, enabled: on }, () => {
      toast.success(on ? `"${name}" is on.` : `"${name}" is off. Runs under way go on.`, {
        action: {
          label: "Undo",
          onClick: () => setEnabled.run({ scheduleId: id, enabled: !on }, () => undefined),
        },
      });
    });
  }

  function archive(away: boolean) {
    setArchived.run({ scheduleId: id, archived: away }, () => {
      if (!away) return void toast.success(`"${name}" is back.`);
      toast.success(`"${name}" is archived. Its runs stay.`, {
        action: {
          label: "Undo",
          onClick: () => setArchived.run({ scheduleId: id, archived: false }, () => undefined),
        },
      });
    });
  }

  function start() {
    // Kept until the answer is there: a press after a lost answer starts nothing more.
    requestKey.current ??= newRequestKey();
    startNow.run({ scheduleId: id, requestKey: requestKey.current }, ({ runIds, experimentId }) => {
      requestKey.current = null;
      toast.success(runIds.length === 1 ? "The run has started." : `${runIds.length} runs have started.`);
      router.push(runIds.length === 1 ? `/runs/${runIds[0]}` : `/runs?experiment=${experimentId}`);
    });
  }

  if (archived) {
    return (
      <Button loading={setArchived.pending} onClick={() => archive(false)}>
        <ArchiveRestore aria-hidden />
        Restore
      </Button>
    );
  }
  return (
    <>
      <Button loading={setEnabled.pending} onClick={() => turn(!enabled)}>
        <Power aria-hidden />
        {enabled ? "Turn off" : "Turn on"}
      </Button>
      <Button loading={startNow.pending} onClick={start}>
        <Play aria-hidden />
        Start now
      </Button>
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="icon" aria-label="More for this schedule">
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <DropdownMenuItem icon={<Pencil aria-hidden />} href={`/schedules/${id}/edit`}>
          Edit
        </DropdownMenuItem>
        <DropdownMenuItem icon={<Archive aria-hidden />} tone="danger" onSelect={() => archive(true)}>
          Archive
        </DropdownMenuItem>
      </DropdownMenu>
    </>
  );
}
