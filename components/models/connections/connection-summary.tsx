import { DefinitionList } from "#components/ui/display/definition-list.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import type { ConnectionDetails } from "#lib/models/connections/get-connection.ts";
import { connectionKindFacts } from "#lib/models/connections/kinds/connection-kind.ts";

/** A connection for those who may not change it. */
export function ConnectionSummary({ connection }: { connection: ConnectionDetails }) {
  return (
    <Card>
      <DefinitionList
        items={[
          { term: "Kind", value: connectionKindFacts[connection.kind].label },
          {
            term: connection.kind === "command" ? "Program" : "Address",
            value: <span className="break-all font-mono text-xs">{connection.baseUrl}</span>,
          },
          { term: "Key", value: <span className="font-mono text-xs">{connection.keyHint ?? "none"}</span> },
          { term: "Calls at the same time", value: connection.maxConcurrency },
          { term: "Requests per minute", value: connection.requestsPerMinute ?? "no fixed limit" },
          { term: "Tokens per minute", value: connection.tokensPerMinute ?? "no fixed limit" },
          { term: "Time-out", value: `${connection.timeoutSeconds} s` },
          { term: "Created", value: <Timestamp value={connection.createdAt} /> },
        ]}
      />
    </Card>
  );
}
