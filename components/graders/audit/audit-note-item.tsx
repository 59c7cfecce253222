import { TextLink } from "#components/ui/text-link.tsx";
import type { AuditNote, Evidence, ExampleCase } from "#lib/graders/audit/audit-note.ts";
import { runCasesHref } from "#lib/runs/attempts/attempt-list-params.ts";

export type AuditNoteItemProps = { note: AuditNote; showGrader: boolean };

/** One remark on a grader, with its number, its method and the cases behind it. */
export function AuditNoteItem({ note, showGrader }: AuditNoteItemProps) {
  const { graderId, graderName, title, text, method, evidence, examples } = note;
  return (
    <li className="border-b py-3 text-sm first:pt-0 last:border-0 last:pb-0">
      <p className="font-medium">
        {showGrader && (
          <>
            <TextLink href={`/graders/${graderId}`}>{graderName}</TextLink>
            <span className="text-muted">: </span>
          </>
        )}
        {title}
      </p>
      <p className="mt-0.5 break-words">{text}</p>
      <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-muted text-xs">
        <span>{method}</span>
        {examples.map((example) => (
          <TextLink key={`${example.key} ${example.repetition}`} href={exampleHref(example)}>
            {example.key}
          </TextLink>
        ))}
        {evidence && <TextLink href={evidenceHref(evidence)}>Cases of run {evidence.runNumber}</TextLink>}
      </p>
    </li>
  );
}

function evidenceHref({ runId, view, failedBy, unscoredBy, labels }: Evidence): string {
  return runCasesHref(runId, {
    view,
    failedBy: failedBy ?? null,
    unscoredBy: unscoredBy ?? null,
    labels: labels ?? null,
  });
}

function exampleHref({ runId, key, repetition }: ExampleCase): string {
  const query = new URLSearchParams({ view: "all", case: key, repetition: String(repetition) });
  return `/runs/${runId}?${query}#cases`;
}
