import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-14 w-full max-w-4xl" />
      <Skeleton className="h-28" />
      <Skeleton className="h-96" />
    </Page>
  );
}
