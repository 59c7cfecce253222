import { Badge } from "#components/ui/badge.tsx";
import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { DefinitionList } from "#components/ui/display/definition-list.tsx";
import { formatCount } from "#components/ui/format/format-count.ts";
import { valueText } from "#lib/datasets/case-text.ts";
import type { CaseRevisionDetails } from "#lib/datasets/cases/get-case.ts";
import { splitLabels } from "#lib/datasets/split.ts";

/** Beyond this a browser takes seconds to lay a text out. */
export const shownChars = 100_000;

export function CaseContentView({ revision }: { revision: CaseRevisionDetails }) {
  const facts = [
    { term: "Split", value: splitLabels[revision.split] },
    {
      term: "Tags",
      value:
        revision.tags.length === 0 ? (
          <span className="text-faint">none</span>
        ) : (
          <span className="flex flex-wrap gap-1">
            {revision.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        ),
    },
    ...(revision.cluster === null ? [] : [{ term: "Cluster", value: <bdi>{revision.cluster}</bdi> }]),
  ];
  return (
    <div className="flex flex-col gap-4">
      <Value title="Input" value={revision.input} />
      {revision.expected === null ? (
        <p className="text-muted text-sm">
          No expected value: only graders that need none can judge this case.
        </p>
      ) : (
        <Value title="Expected" value={revision.expected} />
      )}
      <DefinitionList items={facts} />
      {Object.keys(revision.metadata).length > 0 && <Value title="Metadata" value={revision.metadata} />}
    </div>
  );
}

function Value({ title, value }: { title: string; value: unknown }) {
  const text = valueText(value);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <CodeBlock title={title} code={text.slice(0, shownChars)} wrap maxHeight="22rem" />
      {text.length > shownChars && (
        <p className="text-muted text-xs">
          The first {formatCount(shownChars)} of {formatCount(text.length)} characters. Export the dataset to
          read it all.
        </p>
      )}
    </div>
  );
}
