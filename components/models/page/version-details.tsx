import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { DefinitionList } from "#components/ui/display/definition-list.tsx";
import { Timestamp } from "#components/ui/display/timestamp.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { splitLabels } from "#lib/datasets/split.ts";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import { PromptMessages } from "../prompt/prompt-messages.tsx";
import { priceLabel } from "./price-label.ts";

export type VersionDetailsProps = {
  version: ModelVersion;
  builtInLabel: string | null;
  /** What a version of recorded answers holds; null for any other. */
  recorded: { answers: number; cases: number } | null;
};

/** One version in full. */
export function VersionDetails({ version, builtInLabel, recorded }: VersionDetailsProps) {
  if (recorded !== null) return <RecordedDetails version={version} recorded={recorded} />;
  return version.provider === "built_in" ? (
    <BuiltInDetails version={version} label={builtInLabel ?? version.builtInKind ?? ""} />
  ) : (
    <ServerDetails version={version} />
  );
}

type RecordedDetailsProps = { version: ModelVersion; recorded: { answers: number; cases: number } };

function RecordedDetails({ version, recorded }: RecordedDetailsProps) {
  return (
    <Card title={`Version ${version.number}`} description="Answers that were made elsewhere and imported.">
      <DefinitionList
        items={[
          { term: "Answers", value: <span className="tabular">{formatCount(recorded.answers)}</span> },
          { term: "Cases", value: <span className="tabular">{formatCount(recorded.cases)}</span> },
          { term: "Imported", value: <Timestamp value={version.createdAt} /> },
        ]}
      />
    </Card>
  );
}

function ServerDetails({ version }: { version: ModelVersion }) {
  return (
    <>
      <Card title={`Version ${version.number}`}>
        <DefinitionList
          items={[
            {
              term: "Connection",
              value: version.connection && (
                <TextLink href={`/models/connections/${version.connection.id}`}>
                  {version.connection.name}
                </TextLink>
              ),
            },
            {
              term: "Model id",
              value: <span className="break-all font-mono text-xs">{version.providerModel}</span>,
            },
            { term: "Price per million tokens, input / output", value: priceLabel(version) },
          ]}
        />
      </Card>
      <Card title="Prompt">
        <PromptMessages messages={version.messages} />
      </Card>
      <Card title="Parameters">
        {Object.keys(version.parameters).length === 0 ? (
          <p className="text-muted text-sm">None set: the server's own defaults hold.</p>
        ) : (
          <CodeBlock code={JSON.stringify(version.parameters, null, 2)} />
        )}
      </Card>
    </>
  );
}

function BuiltInDetails({ version, label }: { version: ModelVersion; label: string }) {
  const { training } = version;
  const splits = version.trainingSplits.map((split) => splitLabels[split]).join(", ");
  return (
    <>
      <Card title={`Version ${version.number}`}>
        <DefinitionList
          items={[
            { term: "Built-in model", value: label },
            ...(training === null
              ? []
              : [
                  {
                    term: "Trained on",
                    value: (
                      <TextLink href={`/datasets/${training.datasetId}`}>
                        {training.datasetName}, version {training.versionNumber}
                      </TextLink>
                    ),
                  },
                  { term: "Splits", value: splits === "" ? "all" : splits },
                ]),
            { term: "Price", value: "$0.00: it runs on this server" },
          ]}
        />
      </Card>
      <Card title="Settings">
        <CodeBlock code={JSON.stringify(version.builtInConfig, null, 2)} />
      </Card>
    </>
  );
}
