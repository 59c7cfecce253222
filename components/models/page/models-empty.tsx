import { Boxes, Plus } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { BuiltInChoice } from "../built-in/built-in-fields.tsx";

export type ModelsEmptyProps = { builtIns: readonly BuiltInChoice[]; canCreate: boolean };

/** The first models of a workspace: a baseline that needs nothing, or a server. */
export function ModelsEmpty({ builtIns, canCreate }: ModelsEmptyProps) {
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <EmptyState
          icon={<Boxes />}
          title="No models yet"
          text="A model is what you evaluate: a server's model with your prompt, or a built-in baseline that needs neither network nor key."
          action={
            canCreate && (
              <LinkButton href="/models/new?kind=server" variant="primary">
                <Plus aria-hidden />
                New server model
              </LinkButton>
            )
          }
        />
      </Card>
      {canCreate && (
        <Card
          title="Start with a baseline"
          description="Runs here, at no cost. Every other model should beat it."
        >
          <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
            {builtIns.map((choice) => (
              <li key={choice.kind}>
                <Link
                  href={`/models/new?kind=built-in&builtIn=${choice.kind}`}
                  className="block h-full rounded-lg border border-strong bg-raised p-3 transition-colors hover:border-faint hover:bg-hover"
                >
                  <span className="block font-medium text-sm">{choice.label}</span>
                  <span className="mt-0.5 block text-muted text-xs">{choice.explanation}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
