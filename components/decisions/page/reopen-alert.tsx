import { Alert } from "#components/ui/feedback/alert.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ReopenReason } from "#lib/decisions/reopening/reopen-reasons.ts";

const links = {
  dataset: { text: "Open the dataset", href: (id: string) => `/datasets/${id}/versions` },
  grader: { text: "Open the grader", href: (id: string) => `/graders/${id}` },
  model: { text: "Open the model", href: (id: string) => `/models/${id}` },
  run: { text: "Open the run", href: (id: string) => `/runs/${id}` },
};

export type ReopenAlertProps = { reasons: readonly ReopenReason[]; againHref: string };

/** Why a decision has to be looked at again, each reason with the way to what it is about. */
export function ReopenAlert({ reasons, againHref }: ReopenAlertProps) {
  if (reasons.length === 0) return null;
  return (
    <Alert
      tone="warning"
      title="This decision is re-opened: what it rests on has changed"
      action={
        <LinkButton href={againHref} size="sm" className="print:hidden">
          Decide again
        </LinkButton>
      }
    >
      <ul className="flex list-disc flex-col gap-0.5 pl-4">
        {reasons.map(({ sentence, subject }) => (
          <li key={sentence}>
            {sentence}{" "}
            <TextLink href={links[subject.type].href(subject.id)} className="print:hidden">
              {links[subject.type].text}
            </TextLink>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
