import { Skeleton } from "#components/ui/feedback/skeleton.tsx";

/** Stands where a comparison will, while its figures are computed. */
export function ComparisonSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-5">
      <p className="sr-only">The runs are being compared…</p>
      <div className="grid gap-2 sm:grid-cols-3">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
      <Skeleton className="h-40" />
      <Skeleton className="h-96" />
    </div>
  );
}
