import { Check, CircleHelp, X } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import type { Standing } from "#lib/decisions/board/board-schema.ts";

const looks = {
  clears: { tone: "positive", Icon: Check, text: "Clears the bar" },
  misses: { tone: "negative", Icon: X, text: "Misses the bar" },
  "not enough evidence": { tone: "neutral", Icon: CircleHelp, text: "Cannot tell yet" },
} as const;

/** Where a model stands, in words and a mark as well as in colour. */
export function StandingBadge({ standing }: { standing: Standing | null }) {
  if (standing === null) return <Badge tone="outline">No bar set</Badge>;
  const { tone, Icon, text } = looks[standing];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {text}
    </Badge>
  );
}
