"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/class-names.ts";
import { ErrorState } from "#components/ui/feedback/error-state.tsx";
import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Sheet } from "#components/ui/overlay/sheet.tsx";
import { useShortcuts } from "#components/ui/use-shortcuts.ts";
import type { ColumnRun } from "../cases/compared-case-columns.tsx";
import type { ComparisonAddress } from "../cases/use-comparison-address.ts";
import { ComparedCaseBody } from "./compared-case-body.tsx";
import { useComparedCase } from "./use-compared-case.ts";

export type ComparedCaseDrawerProps = {
  caseKey: string;
  view: ComparisonAddress;
  /** The baseline first. */
  runs: readonly ColumnRun[];
  againstId: string;
};

/** One case with the answers of all runs. `j` and `k` move within what the filters show. */
export function ComparedCaseDrawer({ caseKey, view, runs, againstId }: ComparedCaseDrawerProps) {
  const { address, setAddress, query } = view;
  const { found, error, previous } = useComparedCase(query, { key: caseKey, repetition: address.attempt });
  const open = (key: string | null | undefined) => {
    if (key) void setAddress({ case: key, attempt: null });
  };
  const move = [
    { keys: "k", label: "Previous case", target: found?.previousKey, Icon: ChevronUp },
    { keys: "j", label: "Next case", target: found?.nextKey, Icon: ChevronDown },
  ];
  useShortcuts(
    move.map(({ keys, label, target }) => ({
      keys,
      label,
      run: () => open(target),
      inDialogs: true,
      repeat: true,
      disabled: !target,
    })),
    "Case",
  );
  const shown = found ?? previous;
  return (
    <Sheet
      title={<bdi className="font-mono text-sm">{caseKey}</bdi>}
      description={runs.map(({ number }) => `run ${number}`).join(", ")}
      size="xl"
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) void setAddress({ case: null, attempt: null });
      }}
      actions={move.map(({ keys, label, target, Icon }) => (
        <Button
          key={keys}
          size="sm"
          shortcut={keys}
          aria-label={label}
          disabled={!target}
          onClick={() => open(target)}
        >
          <Icon aria-hidden />
        </Button>
      ))}
    >
      {error !== null ? (
        <ErrorState title="This case could not be opened" text={error} />
      ) : shown === null ? (
        <div className="flex flex-col gap-3" aria-busy>
          <Skeleton className="h-24" />
          <Skeleton className="h-40" />
          <Skeleton className="h-64" />
        </div>
      ) : (
        <div aria-busy={found === null} className={cx("transition-opacity", found === null && "opacity-50")}>
          <ComparedCaseBody found={shown} view={view} runs={runs} againstId={againstId} />
        </div>
      )}
    </Sheet>
  );
}
