import { Archive, CircleCheck, Clock, RotateCcw } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { DecisionState } from "#lib/decisions/reading/decision-state.ts";

const looks = {
  "in force": { tone: "accent", Icon: CircleCheck, text: "In force" },
  "re-opened": { tone: "warning", Icon: RotateCcw, text: "Re-opened" },
  expired: { tone: "neutral", Icon: Clock, text: "Expired" },
  superseded: { tone: "outline", Icon: Archive, text: "Superseded" },
} as const;

/** What a decision is worth now. */
export function StateBadge({ state }: { state: DecisionState }) {
  const { tone, Icon, text } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {text}
    </Badge>
  );
}
