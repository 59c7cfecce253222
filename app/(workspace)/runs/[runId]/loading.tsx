import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-7 w-80 max-w-full" />
      <Skeleton className="h-28" />
      <Skeleton className="h-24" />
      <Skeleton className="h-64" />
      <Skeleton className="h-96" />
    </Page>
  );
}
