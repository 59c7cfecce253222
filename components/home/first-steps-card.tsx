import { Check } from "lucide-react";
import { cx } from "#components/ui/class-names.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { FirstSteps } from "#lib/trends/get-first-steps.ts";

type Step = { id: keyof FirstSteps; title: string; text: string; href: string; action: string };

const steps: readonly Step[] = [
  {
    id: "version",
    title: "Bring your cases",
    text: "Import a CSV or JSON Lines file, look it over, and publish version 1.",
    href: "/datasets/new",
    action: "New dataset",
  },
  {
    id: "model",
    title: "Add a model",
    text: "Any OpenAI-compatible server, or a built-in baseline that needs no network.",
    href: "/models/new",
    action: "New model",
  },
  {
    id: "grader",
    title: "Say what a right answer is",
    text: "Exact match, JSON fields, numbers with tolerance, ROUGE and more.",
    href: "/graders/new",
    action: "New grader",
  },
  {
    id: "run",
    title: "Start a run",
    text: "One dataset version against one or several models.",
    href: "/runs/new",
    action: "Start a run",
  },
  {
    id: "comparison",
    title: "Compare two runs",
    text: "See what was fixed, what was broken, and whether it is more than noise.",
    href: "/compare",
    action: "Compare",
  },
];

/** The way to the first comparison; disappears once it is walked. */
export function FirstStepsCard({ done, canEdit }: { done: FirstSteps; canEdit: boolean }) {
  const next = steps.find((step) => !done[step.id]);
  if (next === undefined) return null;
  return (
    <Card title="First steps" description="From your own cases to a comparison that you can act on.">
      <ol className="flex flex-col gap-1">
        {steps.map((step, index) => {
          const isDone = done[step.id];
          return (
            <li
              key={step.id}
              className={cx(
                "flex flex-wrap items-center gap-3 rounded-md px-2 py-2",
                step === next && "bg-sunken",
              )}
            >
              <span
                aria-hidden
                className={cx(
                  "tabular grid size-6 shrink-0 place-items-center rounded-full border text-xs",
                  isDone ? "border-accent bg-accent-soft text-accent" : "border-strong text-muted",
                )}
              >
                {isDone ? <Check className="size-3.5" /> : index + 1}
              </span>
              <span className="min-w-0 flex-1 basis-48 text-sm">
                <span className="font-medium">{step.title}</span>
                {isDone && <span className="sr-only">, done</span>}
                <span className="block text-muted text-xs">{step.text}</span>
              </span>
              {step === next && (canEdit || step.id === "comparison") && (
                <LinkButton href={step.href} variant="primary" size="sm">
                  {step.action}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
