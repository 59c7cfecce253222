"use client";

import { Plug } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { type Action, useAction } from "#components/ui/use-action.ts";
import type { TestConnectionInput } from "#lib/models/connections/connection-schema.ts";
import type { ConnectionTest } from "#lib/models/connections/kinds/test-target.ts";
import { failureSentence } from "../failure-sentence.ts";

export type TestAction = Action<TestConnectionInput, ConnectionTest>;
export type TestConnectionProps = {
  test: TestAction;
  connectionId: string | null;
  target: Omit<TestConnectionInput, "connectionId" | "model">;
};

type Result = { of: string; test: ConnectionTest };

/** The button that calls the server as it is typed, and what the server said. */
export function TestConnection({ test, connectionId, target }: TestConnectionProps) {
  const { run, pending, failure } = useAction(test);
  const [result, setResult] = useState<Result | null>(null);
  const address = JSON.stringify(target);
  const hasList = target.kind !== "http" && target.kind !== "command";
  const needsAddress = target.kind === "openai_compatible" || !hasList;
  // What an earlier address answered says nothing about this one.
  const shown = result?.of === address ? result.test : null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          loading={pending}
          disabled={needsAddress && target.baseUrl?.trim() === ""}
          onClick={() =>
            run({ ...target, connectionId }, (answer) => setResult({ of: address, test: answer }))
          }
        >
          <Plug aria-hidden />
          Test connection
        </Button>
        <p className="text-muted text-xs">
          {hasList
            ? "Asks the server for its list of models. Nothing is stored."
            : "Makes one real call with a sample text in every field of the case. Nothing is stored."}
        </p>
      </div>
      {failure && (
        <Alert tone="danger" live title="The connection was not tested">
          {failureSentence(failure)}
        </Alert>
      )}
      {shown && !pending && <ConnectionTestResult test={shown} />}
    </div>
  );
}

const SHOWN_MODELS = 12;

export function ConnectionTestResult({ test }: { test: ConnectionTest }) {
  if (!test.ok) {
    return (
      <Alert tone="danger" live title="The server did not answer as expected">
        <p className="break-words font-mono text-xs">{test.message}</p>
      </Alert>
    );
  }
  return (
    <Alert live title={`The server answers, in ${formatMs(test.latencyMs)}`}>
      {test.models !== null && <ModelList models={test.models} />}
      {test.answer !== null && (
        <p className="break-words">
          Answer: <span className="font-mono text-xs">{test.answer === "" ? "(empty)" : test.answer}</span>
        </p>
      )}
    </Alert>
  );
}

function ModelList({ models }: { models: readonly string[] }) {
  if (models.length === 0) return <p>It lists no models. You can still enter the id of a model by hand.</p>;
  const more = models.length - SHOWN_MODELS;
  return (
    <p className="break-words">
      {formatCount(models.length)} {models.length === 1 ? "model" : "models"}:{" "}
      <span className="font-mono text-xs">{models.slice(0, SHOWN_MODELS).join(", ")}</span>
      {more > 0 && ` and ${formatCount(more)} more`}
    </p>
  );
}
