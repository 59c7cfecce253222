import { ArrowDown, ArrowUp, Equal, Minus } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { type Bucket, bucketExplanations, bucketLabels } from "#lib/comparisons/rules/bucket.ts";

export const bucketIcons: Record<Bucket, typeof ArrowDown> = {
  broken: ArrowDown,
  fixed: ArrowUp,
  both_fail: Equal,
  both_pass: Equal,
  not_judged: Minus,
  changed: Minus,
  only_a: Minus,
  only_b: Minus,
};

/** One case proves no change, so its outcome has an arrow and no colour. */
export function BucketBadge({ bucket }: { bucket: Bucket }) {
  const Icon = bucketIcons[bucket];
  const differs = bucket === "broken" || bucket === "fixed";
  return (
    <Badge
      tone={differs ? "outline" : "neutral"}
      icon={<Icon aria-hidden />}
      title={bucketExplanations[bucket]}
    >
      {bucketLabels[bucket]}
    </Badge>
  );
}
