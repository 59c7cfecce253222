import type { Metadata } from "next";
import { z } from "zod";
import { pageContext } from "#app/_server/page-context.ts";
import { NewGraderEditor } from "#components/graders/editor/new-grader-editor.tsx";
import { MeaningChoicesProvider } from "#components/graders/forms/meaning/meaning-choices.tsx";
import { formSpecOf } from "#components/graders/forms/specs/form-specs.ts";
import { KindCards } from "#components/graders/kind-cards.tsx";
import { Page } from "#components/ui/layout/page.tsx";
import { PageHeader } from "#components/ui/layout/page-header.tsx";
import { hasRole } from "#lib/context/context.ts";
import { kindOptions } from "#lib/graders/listing/kind-option.ts";
import { createGraderAction, listSampleCasesAction, tryGraderAction } from "../actions.ts";
import { listTryDatasets } from "../list-try-datasets.ts";
import { meaningChoices } from "../meaning-choices.ts";

export const metadata: Metadata = { title: "New grader" };

const searchSchema = z.object({ kind: z.string().max(60).nullable().catch(null) });

export default async function NewGraderPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, unknown>>;
}) {
  const { ctx } = await pageContext();
  const { kind: wanted } = searchSchema.parse(await searchParams);
  const kinds = kindOptions();
  const kind = kinds.find((option) => option.kind === wanted);
  const breadcrumb = [{ label: "Graders", href: "/graders" }, { label: "New grader" }];

  if (kind === undefined) {
    return (
      <Page>
        <PageHeader
          breadcrumb={breadcrumb}
          title="What makes an answer right?"
          description="Choose the simplest kind that tells right from wrong on your cases. You can try it before you save."
        />
        <KindCards kinds={kinds} />
      </Page>
    );
  }
  const lockedReason = hasRole(ctx, "editor")
    ? null
    : "You need the role editor to create a grader. You can try it here.";
  return (
    <Page>
      <PageHeader breadcrumb={breadcrumb} title={`New grader: ${kind.label}`} />
      <MeaningChoicesProvider choices={await meaningChoices(ctx, [])}>
        <NewGraderEditor
          key={kind.kind}
          kind={kind}
          formSpec={formSpecOf(kind.kind)}
          datasets={await listTryDatasets(ctx)}
          lockedReason={lockedReason}
          actions={{
            create: createGraderAction,
            tryGrader: tryGraderAction,
            listSampleCases: listSampleCasesAction,
          }}
        />
      </MeaningChoicesProvider>
    </Page>
  );
}
