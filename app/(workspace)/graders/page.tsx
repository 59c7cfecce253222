import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { GradersView } from "#components/graders/list/graders-view.tsx";
import { LoadMore } from "#components/ui/display/load-more.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasRole } from "#lib/context/context.ts";
import { listGraders } from "#lib/graders/list-graders.ts";
import { toGraderRow } from "#lib/graders/listing/grader-row.ts";
import { kindOptions } from "#lib/graders/listing/kind-option.ts";

export const metadata: Metadata = { title: "Graders" };

const searchSchema = z.object({
  show: z.enum(["active", "archived"]).catch("active"),
  after: z.string().max(200).nullable().catch(null),
});

export default async function GradersPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { show, after } = searchSchema.parse(await searchParams);
  const { items, nextCursor } = await listGraders(ctx, {
    archived: show === "archived",
    cursor: after,
    limit: 500,
  });
  const canEdit = hasRole(ctx, "editor");
  const isEmpty = items.length === 0 && show === "active" && after === null;
  const hrefOf = (cursor: string | null) =>
    `/graders?${new URLSearchParams({ ...(show === "archived" && { show }), ...(cursor && { after: cursor }) })}`;

  return (
    <Page>
      <PageHeader
        title="Graders"
        description="The rules that score each answer. Start with the cheapest one that catches the failure."
        actions={
          canEdit && (
            <LinkButton href="/graders/new" variant="primary">
              New grader
            </LinkButton>
          )
        }
      />
      {isEmpty ? (
        <Card>
          <EmptyState
            icon={<ListChecks />}
            title="No graders yet"
            text="A grader compares an answer with what was expected and says passed, failed, or that it cannot tell."
            action={
              canEdit && (
                <LinkButton href="/graders/new" variant="primary">
                  Create a grader
                </LinkButton>
              )
            }
            secondary={<LinkButton href="/datasets">Propose graders for a dataset</LinkButton>}
          />
        </Card>
      ) : (
        <>
          <GradersView
            rows={items.map(toGraderRow)}
            kinds={kindOptions().map(({ kind, label }) => ({ kind, label }))}
          />
          {(nextCursor !== null || after !== null) && (
            <LoadMore
              shown={items.length}
              nextHref={nextCursor && hrefOf(nextCursor)}
              firstHref={after && hrefOf(null)}
              noun="graders"
            />
          )}
        </>
      )}
    </Page>
  );
}
