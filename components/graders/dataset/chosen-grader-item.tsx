"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ChoosableGrader } from "./chosen-grader.ts";

export type ChosenGraderItemProps = {
  grader: ChoosableGrader;
  isFirst: boolean;
  isLast: boolean;
  locked: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

export function ChosenGraderItem({
  grader,
  isFirst,
  isLast,
  locked,
  onMove,
  onRemove,
}: ChosenGraderItemProps) {
  return (
    <li className="flex items-center gap-2 border-b px-4 py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
          <TextLink href={`/graders/${grader.id}`}>{grader.name}</TextLink>
          {grader.critical && <Badge tone="warning">critical</Badge>}
          {grader.weight === 0 && <Badge tone="outline">recorded only</Badge>}
        </p>
        <p className="text-muted text-xs">
          {grader.kindLabel}; {grader.rule}
        </p>
      </div>
      {!locked && (
        <div className="flex">
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Move ${grader.name} up`}
            disabled={isFirst}
            onClick={() => onMove(-1)}
          >
            <ArrowUp aria-hidden />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Move ${grader.name} down`}
            disabled={isLast}
            onClick={() => onMove(1)}
          >
            <ArrowDown aria-hidden />
          </Button>
          <Button variant="ghost" size="icon-sm" aria-label={`Take ${grader.name} out`} onClick={onRemove}>
            <X aria-hidden />
          </Button>
        </div>
      )}
    </li>
  );
}
