import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";

export default function Loading() {
  return (
    <Page>
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-64" />
    </Page>
  );
}
