"use client";

import { Archive, ArchiveRestore, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { allowedSort, parseSort } from "#components/table/data-column.ts";
import { DataTable } from "#components/table/data-table.tsx";
import { NoMatch } from "#components/table/no-match.tsx";
import { TableToolbar } from "#components/table/toolbar/table-toolbar.tsx";
import { type FirstPage, usePagedRows } from "#components/table/use-paged-rows.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/feedback/empty-state.tsx";
import { toast } from "#components/ui/feedback/toast.ts";
import { formatCount } from "#components/ui/format/format-count.ts";
import { Card } from "#components/ui/layout/card.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { caseSorts } from "#lib/datasets/cases/case-list-params.ts";
import type { CaseRow } from "#lib/datasets/cases/list-cases.ts";
import type { TagCount } from "#lib/datasets/cases/list-tags.ts";
import type { CaseActions } from "../dataset-actions.ts";
import { caseColumns } from "./case-columns.tsx";
import { CaseFilterChips, CaseFilterMenus } from "./case-filters.tsx";
import { useCaseAddress } from "./use-case-address.ts";

const CaseDrawer = dynamic(() => import("../case/case-drawer.tsx").then((module) => module.CaseDrawer));
const NewCaseSheet = dynamic(() =>
  import("../case/new-case-sheet.tsx").then((module) => module.NewCaseSheet),
);

export type CasesViewProps = {
  datasetId: string;
  /** Cases of the working copy or the chosen version, before filters. */
  caseCount: number;
  start: FirstPage<CaseRow>;
  tags: readonly TagCount[];
  versions: readonly { number: number; note: string }[];
  canEdit: boolean;
  actions: CaseActions;
};

export function CasesView({ datasetId, caseCount, start, tags, versions, canEdit, actions }: CasesViewProps) {
  const view = useCaseAddress();
  const { address, setAddress, query } = view;
  const list = usePagedRows({ path: `/api/v1/datasets/${datasetId}/cases`, query, start });
  const [selected, setSelected] = useState<Set<string>>(new Set());
  const [pending, setPending] = useState(false);
  const isArchive = address.show === "archived";
  const editable = canEdit && address.version === null;
  const isFiltered = query !== "" && !/^(version=\d+)?&?(sort=[\w.]+)?$/.test(query);
  const opened = list.rows.findIndex((row) => row.key === address.case);

  async function setArchived(keys: string[], archived: boolean) {
    if (pending) return;
    setPending(true);
    const act = archived ? actions.archive : actions.restore;
    const result = await act({ datasetId, keys }).catch(() => null);
    setPending(false);
    if (result === null) return void toast.error("The server could not be reached. Nothing was changed.");
    if (!result.ok) return void toast.error(result.message);
    setSelected(new Set());
    list.reload();
    const done = result.value.keys;
    toast.success(
      `${done.length === 1 ? `"${done[0]}" is` : `${formatCount(done.length)} cases are`} ${archived ? "archived" : "back"}.`,
      archived ? { action: { label: "Undo", onClick: () => void setArchived(done, false) } } : undefined,
    );
  }

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <TableToolbar
        search={{
          label: "Search cases",
          placeholder: "Search key, input, expected, tags…",
          value: address.q,
          onValueChange: (q) => void setAddress({ q }),
        }}
        filters={<CaseFilterMenus address={view} tags={tags} versions={versions} />}
        chips={<CaseFilterChips address={view} />}
        count={{ shown: list.total, ...(isFiltered && { total: caseCount }), noun: "case" }}
        exports={[
          {
            label: "CSV",
            href: `/api/v1/datasets/${datasetId}/export?format=csv&${query}`,
            detail: "For spreadsheets",
          },
          {
            label: "JSON Lines",
            href: `/api/v1/datasets/${datasetId}/export?format=jsonl&${query}`,
            detail: "Keeps every type",
          },
        ]}
        actions={
          editable && (
            <Button onClick={() => void setAddress({ add: true })}>
              <Plus aria-hidden />
              Add case
            </Button>
          )
        }
        selection={{
          count: selected.size,
          onClear: () => setSelected(new Set()),
          actions: (
            <Button size="sm" loading={pending} onClick={() => void setArchived([...selected], !isArchive)}>
              {isArchive ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
              {isArchive ? "Restore" : "Archive"}
            </Button>
          ),
        }}
      />
      <Card flush>
        <DataTable
          label="Cases"
          columns={caseColumns}
          {...list.table}
          getRowId={(row) => row.key}
          total={list.total}
          sort={parseSort(address.sort, ["key", "position"])}
          onSortChange={(sort) => void setAddress({ sort: allowedSort(sort, caseSorts) })}
          onRowActivate={(row) => void setAddress({ case: row.key }, { history: "push" })}
          {...(address.case !== null && { activeRowId: address.case })}
          {...(editable && { selection: selected, onSelectionChange: setSelected })}
          empty={
            <CasesEmpty
              datasetId={datasetId}
              isFiltered={isFiltered}
              editable={editable}
              onAdd={() => void setAddress({ add: true })}
              onClear={() => void setAddress({ q: null, split: null, tag: null, show: null })}
            />
          }
        />
      </Card>
      {address.case !== null && (
        <CaseDrawer
          datasetId={datasetId}
          caseKey={address.case}
          version={address.version}
          editable={editable}
          previousKey={list.rows[opened - 1]?.key ?? null}
          nextKey={list.rows[opened + 1]?.key ?? null}
          onOpen={(key) => {
            void setAddress({ case: key });
            if (opened > list.rows.length - 5 && list.hasMore) list.loadMore();
          }}
          onClose={() => void setAddress({ case: null })}
          onChanged={list.reload}
          onArchive={(key, archived) => void setArchived([key], archived)}
          actions={actions}
        />
      )}
      {address.add && editable && (
        <NewCaseSheet
          datasetId={datasetId}
          add={actions.add}
          onClose={() => void setAddress({ add: null })}
          onAdded={list.reload}
        />
      )}
    </div>
  );
}

type CasesEmptyProps = {
  datasetId: string;
  isFiltered: boolean;
  editable: boolean;
  onAdd: () => void;
  onClear: () => void;
};

function CasesEmpty({ datasetId, isFiltered, editable, onAdd, onClear }: CasesEmptyProps) {
  if (isFiltered) return <NoMatch noun="case" onClear={onClear} />;
  return (
    <EmptyState
      title="No cases yet"
      text="Import a CSV or JSON Lines file of the cases you have, or write the first one here."
      action={
        editable && (
          <LinkButton href={`/datasets/${datasetId}/import`} variant="primary">
            Import cases
          </LinkButton>
        )
      }
      secondary={editable && <Button onClick={onAdd}>Add a case</Button>}
    />
  );
}
