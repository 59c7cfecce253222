import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Section } from "#components/ui/layout/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { splitLabels } from "#lib/datasets/split.ts";
import { errorClassMeaning, errorCodeOf } from "#lib/runs/attempts/error-class.ts";
import type { AttemptDetail } from "#lib/runs/get-attempt.ts";
import type { DiffMode } from "../diff/diff-mode.ts";
import { ValueDiff } from "../diff/value-diff.tsx";
import { VerdictMark } from "../verdict-mark.tsx";
import { CallFacts } from "./call-facts.tsx";
import { CaseInput } from "./case-input.tsx";
import { ErrorName } from "./error-name.tsx";
import { GradeList } from "./grade-list.tsx";
import { PromptAsSent } from "./prompt-as-sent.tsx";

export type CaseBodyProps = {
  attempt: AttemptDetail;
  mode: DiffMode | null;
  onModeChange: (mode: DiffMode) => void;
  /** What people say of the answer. */
  labels: ReactNode;
};

/** Everything that a judgement needs, in the order in which it is asked: what was the case, what came back, who says it is wrong. */
export function CaseBody({ attempt, mode, onModeChange, labels }: CaseBodyProps) {
  const { case: subject, outcome } = attempt;
  return (
    <div className="flex flex-col gap-6">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs">
        <VerdictMark verdict={attempt.verdict} className="font-medium text-sm" />
        <Badge tone="outline">{splitLabels[subject.split]}</Badge>
        {subject.tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        <TextLink
          href={`/datasets/${subject.datasetId}?case=${encodeURIComponent(subject.key)}`}
          className="ml-auto"
        >
          Open in the dataset
        </TextLink>
      </p>
      {outcome === "errored" && (
        <Alert
          tone="danger"
          title={
            <>
              No answer: <ErrorName error={attempt} />
            </>
          }
        >
          <p>{errorClassMeaning(errorCodeOf(attempt) ?? "")}</p>
          <p className="untrusted-text">{attempt.errorMessage ?? "The server said nothing more."}</p>
        </Alert>
      )}
      <Section title="Input">
        <CaseInput input={subject.input} />
      </Section>
      <Section title={outcome === "answered" ? "Expected and answer" : "Expected"}>
        {outcome === "answered" ? (
          <ValueDiff
            before={subject.expected}
            after={attempt.output ?? ""}
            beforeLabel="expected"
            afterLabel="answer"
            mode={mode}
            onModeChange={onModeChange}
          />
        ) : (
          <CaseInput input={subject.expected} />
        )}
      </Section>
      {attempt.toolCalls !== null && attempt.toolCalls.length > 0 && (
        <Section title="Tool calls">
          <CodeBlock
            code={attempt.toolCalls.map((call) => `${call.name}(${call.arguments})`).join("\n")}
            wrap
          />
        </Section>
      )}
      {attempt.grades.length > 0 && (
        <Section title="Graders">
          <GradeList grades={attempt.grades} />
        </Section>
      )}
      {labels}
      <Section title="Prompt as sent">
        <PromptAsSent messages={attempt.prompt} />
      </Section>
      <Section title="The call">
        <CallFacts attempt={attempt} />
      </Section>
      {Object.keys(subject.metadata).length > 0 && (
        <Section title="Metadata">
          <CaseInput input={subject.metadata} />
        </Section>
      )}
    </div>
  );
}
