import { AuditCard } from "#components/graders/audit/audit-card.tsx";
import type { Context } from "#lib/context/context.ts";
import { loadDatasetAudit, loadGraderAudit } from "#lib/graders/audit/load-grader-audit.ts";

/** Comes behind the page: counting the grades of large runs takes about a second. */
export async function DatasetAuditSection({ ctx, datasetId }: { ctx: Context; datasetId: string }) {
  const { notes, agreements, runNumbers } = await loadDatasetAudit(ctx, { datasetId });
  if (runNumbers.length === 0) return null;
  return (
    <AuditCard
      title="How these graders do"
      description={`From the stored grades of ${runWords(runNumbers)}, at most 5,000 answers of each. Remarks block nothing.`}
      notes={notes}
      agreements={agreements}
      showGrader
    />
  );
}

export async function GraderAuditSections({ ctx, graderId }: { ctx: Context; graderId: string }) {
  const audits = await loadGraderAudit(ctx, { graderId });
  return audits.map(({ dataset, notes, agreements }) => (
    <AuditCard
      key={dataset.id}
      title={`How it does on ${dataset.name}`}
      description="From the stored grades of its last finished runs, at most 5,000 answers of each. Remarks block nothing."
      notes={notes}
      agreements={agreements}
      showGrader={false}
    />
  ));
}

function runWords(numbers: readonly number[]): string {
  const [newest] = numbers;
  return numbers.length === 1
    ? `run ${newest}`
    : `the last ${numbers.length} finished runs, up to run ${newest}`;
}
