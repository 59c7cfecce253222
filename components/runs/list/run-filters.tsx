"use client";

import { type FilterChip, FilterChips } from "#components/table/toolbar/filter-chips.tsx";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import { type RunStateGroup, runStateGroups } from "#lib/runs/run-state.ts";
import type { RunAddress } from "./use-run-address.ts";

export type RunFilterChoices = {
  datasets: readonly { id: string; name: string }[];
  models: readonly { id: string; name: string }[];
  /** The experiment that the address narrows to, when it does. */
  experiment: { id: string; name: string } | null;
};

const groupLabels: Record<RunStateGroup, string> = {
  running: "Running or queued",
  finished: "Finished",
  cancelled: "Cancelled",
  failed: "Stopped on an error",
};

const isGroup = (value: string): value is RunStateGroup => runStateGroups.some((group) => group === value);

type RunFiltersProps = { address: RunAddress; choices: RunFilterChoices };

export function RunFilterMenus({ address: { address, setAddress }, choices }: RunFiltersProps) {
  return (
    <>
      <FilterMenu
        name="Dataset"
        single
        options={choices.datasets.map(({ id, name }) => ({ value: id, label: name }))}
        selected={address.dataset === null ? [] : [address.dataset]}
        onChange={([dataset]) => void setAddress({ dataset: dataset ?? null })}
      />
      <FilterMenu
        name="Model"
        single
        options={choices.models.map(({ id, name }) => ({ value: id, label: name }))}
        selected={address.model === null ? [] : [address.model]}
        onChange={([model]) => void setAddress({ model: model ?? null })}
      />
      <FilterMenu
        name="State"
        options={runStateGroups.map((group) => ({ value: group, label: groupLabels[group] }))}
        selected={address.state}
        onChange={(chosen) => void setAddress({ state: chosen.filter(isGroup) })}
      />
    </>
  );
}

export function RunFilterChips({ address: { address, setAddress }, choices }: RunFiltersProps) {
  const nameOf = (list: RunFilterChoices["datasets"], id: string) =>
    list.find((one) => one.id === id)?.name ?? "not in this workspace";
  const chips: FilterChip[] = [];
  if (address.experiment !== null) {
    chips.push({
      key: "experiment",
      name: "Started together",
      value: choices.experiment?.name ?? "not in this workspace",
      onRemove: () => void setAddress({ experiment: null }),
    });
  }
  if (address.dataset !== null) {
    chips.push({
      key: "dataset",
      name: "Dataset",
      value: nameOf(choices.datasets, address.dataset),
      onRemove: () => void setAddress({ dataset: null }),
    });
  }
  if (address.model !== null) {
    chips.push({
      key: "model",
      name: "Model",
      value: nameOf(choices.models, address.model),
      onRemove: () => void setAddress({ model: null }),
    });
  }
  for (const group of address.state) {
    chips.push({
      key: group,
      name: "State",
      value: groupLabels[group],
      onRemove: () => void setAddress({ state: address.state.filter((other) => other !== group) }),
    });
  }
  return (
    <FilterChips
      chips={chips}
      onClear={() => void setAddress({ experiment: null, dataset: null, model: null, state: null })}
    />
  );
}
