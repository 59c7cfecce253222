import { Check, CircleDashed, X } from "lucide-react";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import type { RuleVerdict } from "#lib/gates/policy/rule-outcome.ts";

// Pass and fail are coloured because both are proven; what is open has no colour.
const looks: Record<RuleVerdict, { tone: BadgeTone; Icon: typeof Check }> = {
  pass: { tone: "positive", Icon: Check },
  fail: { tone: "negative", Icon: X },
  "not enough evidence": { tone: "outline", Icon: CircleDashed },
};

export type GateMarkProps = {
  verdict: RuleVerdict;
  /** In narrow columns: what is not proven either way is "open". */
  short?: boolean;
};

/** The verdict of a gate or of one of its rules: a word, a sign and, where it is proven, a colour. */
export function GateMark({ verdict, short = false }: GateMarkProps) {
  const { tone, Icon } = looks[verdict];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />} title={verdict}>
      {short && verdict === "not enough evidence" ? "open" : verdict}
    </Badge>
  );
}
