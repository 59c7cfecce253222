"use client";

import { ChevronsUpDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/overlay/popover.tsx";
import { compareHref } from "../compare-href.ts";

const RunChoices = dynamic(async () => (await import("./run-choices.tsx")).RunChoices, { ssr: false });

export type RunPickerProps = {
  /** On the button: "Choose the baseline", "Change". */
  text: string;
  /** Names the list for screen readers. */
  label: string;
  /** The runs of the address; the chosen one is put at `place`. */
  runIds: readonly string[];
  place: number;
  /** Offers only runs of this dataset: others share no cases. */
  dataset?: { id: string; name: string } | null;
  variant?: "primary" | "secondary" | "ghost";
};

/** Opens a searchable list of runs; choosing one leads to the address with it. */
export function RunPicker({ text, label, runIds, place, dataset, variant = "secondary" }: RunPickerProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);

  function choose(runId: string) {
    const next = [...runIds];
    next[place] = runId;
    setOpen(false);
    router.push(compareHref([...new Set(next)]));
  }

  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      className="w-96 p-0"
      trigger={
        <Button variant={variant} size="sm" aria-label={`${text}: ${label}`}>
          {text}
          <ChevronsUpDown aria-hidden />
        </Button>
      }
    >
      <RunChoices label={label} dataset={dataset} without={runIds} onChoose={choose} />
    </Popover>
  );
}
