import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";

export default function CompareLoading() {
  return (
    <Page>
      <div aria-busy className="flex flex-col gap-5">
        <p className="sr-only">The runs are being compared…</p>
        <Skeleton className="h-12 w-72" />
        <div className="grid gap-2 sm:grid-cols-3">
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
          <Skeleton className="h-24" />
        </div>
        <Skeleton className="h-40" />
        <Skeleton className="h-96" />
      </div>
    </Page>
  );
}
