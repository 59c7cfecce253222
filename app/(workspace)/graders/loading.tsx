import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";

export default function GradersLoading() {
  return (
    <Page>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-8 w-72" />
      <Skeleton className="h-96" />
    </Page>
  );
}
