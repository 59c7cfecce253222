import { Skeleton } from "#components/ui/feedback/skeleton.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";

export default function CompareLoading() {
  return (
    <Page>
      <PageHeader title="Compare" />
      <div aria-busy className="flex flex-col gap-5">
        <div className="grid gap-2 sm:grid-cols-2">
          <Skeleton className="h-28" />
          <Skeleton className="h-28" />
        </div>
        <Skeleton className="h-36" />
        <Skeleton className="h-96" />
      </div>
    </Page>
  );
}
