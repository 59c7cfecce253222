"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { Textarea } from "#components/ui/form/textarea.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { SampleCase } from "#lib/graders/trying/list-sample-cases.ts";
import type { GraderDraft } from "../editor/grader-draft.ts";
import type { TryActions } from "../grader-actions.ts";
import { GradeView } from "./grade-view.tsx";
import { readTypedObject, readTypedValue } from "./read-typed-value.ts";
import { startingExample } from "./starting-example.ts";
import { useLiveGrades } from "./use-live-grades.ts";

const CasePicker = dynamic(() => import("./case-picker.tsx").then((module) => module.CasePicker));
const TenCases = dynamic(() => import("./ten-cases.tsx").then((module) => module.TenCases));

export type TryDataset = { id: string; name: string };

export type TryBoxProps = {
  draft: GraderDraft;
  /** It calls somebody, which takes time and may cost money: it runs when asked to, not while typing. */
  callsSomebody: boolean;
  datasets: readonly TryDataset[];
  actions: TryActions;
  /** What is wrong with the settings, by field. Keep its identity. */
  onFieldErrors: (errors: Readonly<Record<string, string>>) => void;
};

/** Runs the grader as it stands in the form on a typed example, while typing. */
export function TryBox({ draft, callsSomebody, datasets, actions, onFieldErrors }: TryBoxProps) {
  const [example, setExample] = useState(() => startingExample(draft.kind));
  const [takenCase, setTakenCase] = useState<SampleCase | null>(null);
  const [open, setOpen] = useState<"picker" | "ten" | null>(null);
  const { kind, config, direction, threshold } = draft;
  const grader = { kind, config, direction, threshold };
  const expected = readTypedValue(example.expected);
  const when = callsSomebody ? "asked" : "typing-pauses";
  const { grades, failure, waiting, ask } = useLiveGrades(
    {
      grader,
      on: {
        type: "example",
        input: readTypedValue(example.input).value,
        expected: expected.value,
        output: example.output,
        metadata: readTypedObject(example.metadata),
        attempt: example.attempt === undefined ? undefined : readTypedObject(example.attempt),
      },
    },
    actions.tryGrader,
    when,
  );
  const [first] = grades;

  useEffect(() => onFieldErrors(failure?.fields ?? noErrors), [failure, onFieldErrors]);

  function take(sample: SampleCase) {
    setTakenCase(sample);
    setExample({ ...example, input: sample.inputText, expected: sample.expectedText });
    setOpen(null);
  }

  const box = (part: keyof typeof example) => ({
    value: example[part] ?? "",
    spellCheck: false,
    onChange: (event: { target: { value: string } }) =>
      setExample({ ...example, [part]: event.target.value }),
  });

  return (
    <Card
      title="Try it"
      description={
        callsSomebody
          ? "Calls what the grader asks, which may cost money. Nothing here is stored."
          : "Graded as you type. Nothing here is stored."
      }
      actions={
        datasets.length > 0 && (
          <>
            <Button size="sm" onClick={() => setOpen("picker")}>
              Take a case…
            </Button>
            <Button size="sm" onClick={() => setOpen("ten")}>
              Ten cases…
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3.5">
        {takenCase && (
          <p className="truncate text-muted text-xs">
            Case {takenCase.key}: {takenCase.title}
          </p>
        )}
        <Field label="Input" optional>
          <Textarea rows={1} {...box("input")} className="max-h-40" />
        </Field>
        <Field label="Expected" hint={expected.readAs === "JSON" ? "Read as JSON." : undefined}>
          <Textarea rows={2} {...box("expected")} className="max-h-56" />
        </Field>
        <Field label="Answer of the model">
          <Textarea rows={3} {...box("output")} className="max-h-56" />
        </Field>
        {example.metadata !== undefined && (
          <Field label="Metadata of the case" hint="JSON.">
            <Textarea mono rows={3} {...box("metadata")} className="max-h-56" />
          </Field>
        )}
        {example.attempt !== undefined && (
          <Field label="Facts of the attempt" hint="JSON. What is left out is not known.">
            <Textarea mono rows={2} {...box("attempt")} className="max-h-56" />
          </Field>
        )}
        {callsSomebody && (
          <div>
            <Button size="sm" variant="primary" loading={waiting} onClick={ask}>
              Grade this answer
            </Button>
          </div>
        )}
        <section
          aria-label="Verdict"
          aria-live="polite"
          aria-busy={waiting}
          className="relative min-h-16 border-t pt-3"
        >
          {waiting && <Spinner className="absolute top-3 right-0 text-faint" />}
          {failure ? (
            <Alert tone="warning" title="This grader cannot run yet">
              {failure.message}
            </Alert>
          ) : (
            (first && <GradeView graded={first.graded} />) ||
            (callsSomebody && !waiting && (
              <p className="text-faint text-xs">What the grader says of this answer comes here.</p>
            ))
          )}
        </section>
      </div>
      {open === "picker" && (
        <CasePicker
          datasets={datasets}
          list={actions.listSampleCases}
          onTake={take}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "ten" && (
        <TenCases
          grader={grader}
          when={when}
          datasets={datasets}
          actions={actions}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}

const noErrors: Readonly<Record<string, string>> = {};
