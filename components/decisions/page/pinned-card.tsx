import { DefinitionList } from "#components/ui/display/definition-list.tsx";
import { Card } from "#components/ui/layout/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Board } from "#lib/decisions/board/board-schema.ts";
import { priceCell } from "#lib/decisions/exporting/figure-cells.ts";

/** The versions and prices that the figures are of. */
export function PinnedCard({ evidence }: { evidence: Board }) {
  const { dataset, candidates } = evidence;
  const graders = new Map(
    candidates.flatMap((one) => one.graders.map((grader) => [grader.versionId, grader] as const)),
  );
  return (
    <Card title="What it rests on" description="Frozen when it was recorded; nothing here changes any more.">
      <DefinitionList
        items={[
          {
            term: "Dataset",
            value: <TextLink href={`/datasets/${dataset.id}`}>{dataset.name}</TextLink>,
          },
          {
            term: "Graders",
            value: [...graders.values()].map(({ name, version }) => `${name} version ${version}`).join(", "),
          },
          ...candidates.map(({ model, run, datasetVersion, prices }) => ({
            key: run.id,
            term: `${model.name} v${model.version}`,
            value: (
              <>
                <TextLink href={`/runs/${run.id}`}>run {run.number}</TextLink> on version{" "}
                {datasetVersion.number}; price per million tokens: {priceCell(prices)}
              </>
            ),
          })),
        ]}
      />
    </Card>
  );
}
