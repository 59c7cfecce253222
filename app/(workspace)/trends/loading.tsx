import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";

export default function TrendsLoading() {
  return (
    <Page>
      <PageHeader title="Trends" />
      <div aria-busy className="flex flex-col gap-4">
        <Skeleton className="h-10 max-w-md" />
        <Skeleton className="h-80" />
        <Skeleton className="h-96" />
      </div>
    </Page>
  );
}
