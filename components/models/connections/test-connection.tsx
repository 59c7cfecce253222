"use client";

import { Plug } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Alert } from "#components/ui/feedback/alert.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { formatMs } from "#components/ui/format/format-ms.ts";
import { type Action, useAction } from "#components/ui/use-action.ts";
import type { TestConnectionInput } from "#lib/models/connections/test-connection.ts";
import type { ConnectionTest } from "#lib/providers/openai-compatible/test-connection.ts";
import { failureSentence } from "../failure-sentence.ts";

export type TestAction = Action<TestConnectionInput, ConnectionTest>;
export type TestConnectionProps = {
  test: TestAction;
  connectionId: string | null;
  baseUrl: string;
  apiKey: string;
};

type Result = { of: string; test: ConnectionTest };

/** The button that calls the server as it is typed, and what the server said. */
export function TestConnection({ test, connectionId, baseUrl, apiKey }: TestConnectionProps) {
  const { run, pending, failure } = useAction(test);
  const [result, setResult] = useState<Result | null>(null);
  const address = `${baseUrl}\n${apiKey}`;
  // What an earlier address answered says nothing about this one.
  const shown = result?.of === address ? result.test : null;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          loading={pending}
          disabled={baseUrl.trim() === ""}
          onClick={() =>
            run({ connectionId, baseUrl, apiKey }, (answer) => setResult({ of: address, test: answer }))
          }
        >
          <Plug aria-hidden />
          Test connection
        </Button>
        <p className="text-muted text-xs">Asks the server for its list of models. Nothing is stored.</p>
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
  const more = test.models.length - SHOWN_MODELS;
  return (
    <Alert live title={`The server answers, in ${formatMs(test.latencyMs)}`}>
      {test.models.length === 0 ? (
        <p>It lists no models. You can still enter the id of a model by hand.</p>
      ) : (
        <p className="break-words">
          {formatCount(test.models.length)} {test.models.length === 1 ? "model" : "models"}:{" "}
          <span className="font-mono text-xs">{test.models.slice(0, SHOWN_MODELS).join(", ")}</span>
          {more > 0 && ` and ${formatCount(more)} more`}
        </p>
      )}
    </Alert>
  );
}
