import { Card } from "#components/ui/layout/card.tsx";
import type { AuditNote } from "#lib/graders/audit/audit-note.ts";
import type { GraderAgreement } from "#lib/graders/audit/grader-agreements.ts";
import { AgreementTable } from "./agreement-table.tsx";
import { AuditNoteItem } from "./audit-note-item.tsx";

export type AuditCardProps = {
  title: string;
  /** Which grades were looked at. */
  description: string;
  notes: readonly AuditNote[];
  agreements: readonly GraderAgreement[];
  /** Names the grader in front of each note: where the page is not about one grader. */
  showGrader: boolean;
};

/** Calm remarks on graders that look wrong for their task. They block nothing. */
export function AuditCard({ title, description, notes, agreements, showGrader }: AuditCardProps) {
  return (
    <Card title={title} description={description}>
      {notes.length === 0 ? (
        <p className="text-muted text-sm">Nothing looks wrong.</p>
      ) : (
        <ul className="flex flex-col">
          {notes.map((note) => (
            <AuditNoteItem key={`${note.graderId} ${note.rule}`} note={note} showGrader={showGrader} />
          ))}
        </ul>
      )}
      {agreements.length > 0 && <AgreementTable agreements={agreements} showGrader={showGrader} />}
    </Card>
  );
}
