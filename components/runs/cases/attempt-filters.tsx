"use client";

import { type FilterChip, FilterChips } from "#components/table/toolbar/filter-chips.tsx";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import {
  type LabelState,
  labelStates,
  type Stability,
  stabilities,
} from "#lib/runs/attempts/attempt-views.ts";
import { errorClassLabel } from "#lib/runs/attempts/error-class.ts";
import { finishReasonLabel } from "#lib/runs/attempts/finish-reason.ts";
import { dimensionLabel, sliceValueLabel } from "#lib/scorecards/slice-words.ts";
import { type AttemptAddress, noFilters } from "./use-attempt-address.ts";

export type AttemptFilterChoices = {
  graders: readonly { versionId: string; name: string }[];
  slices: readonly { dimension: string; value: string; count: number }[];
  /** Cases by stability; null for a run that tries each case once. */
  stability: Readonly<Record<Stability, number>> | null;
};

const stabilityLabels: Readonly<Record<Stability, string>> = {
  always: "Always",
  sometimes: "Sometimes",
  never: "Never",
};

const labelStateLabels: Readonly<Record<LabelState, string>> = {
  labelled: "Labelled",
  unlabelled: "Not labelled",
  disagrees: "Disagree with the verdict",
};

type AttemptFiltersProps = { address: AttemptAddress; choices: AttemptFilterChoices };

export function AttemptFilterMenus({ address: { address, setAddress }, choices }: AttemptFiltersProps) {
  const dimensions = [...new Set(choices.slices.map((slice) => slice.dimension))];
  return (
    <>
      {choices.graders.length > 1 && (
        <FilterMenu
          name="Failed by"
          single
          options={choices.graders.map(({ versionId, name }) => ({ value: versionId, label: name }))}
          selected={address.failedBy === null ? [] : [address.failedBy]}
          onChange={([failedBy]) => void setAddress({ failedBy: failedBy ?? null })}
        />
      )}
      {choices.stability !== null && (
        <FilterMenu
          name="Cases that pass"
          single
          options={stabilities.map((value) => ({
            value,
            label: stabilityLabels[value],
            count: choices.stability?.[value] ?? 0,
          }))}
          selected={address.stability === null ? [] : [address.stability]}
          onChange={([chosen]) =>
            void setAddress({ stability: stabilities.find((value) => value === chosen) ?? null })
          }
        />
      )}
      <FilterMenu
        name="Labels"
        single
        options={labelStates.map((value) => ({ value, label: labelStateLabels[value] }))}
        selected={address.labels === null ? [] : [address.labels]}
        onChange={([chosen]) =>
          void setAddress({ labels: labelStates.find((value) => value === chosen) ?? null })
        }
      />
      {dimensions.map((dimension) => (
        <FilterMenu
          key={dimension}
          name={dimensionLabel(dimension)}
          single
          options={choices.slices
            .filter((slice) => slice.dimension === dimension)
            .map((slice) => ({ value: slice.value, label: sliceValueLabel(slice), count: slice.count }))}
          selected={address.slice === dimension && address.value !== null ? [address.value] : []}
          onChange={([value]) =>
            void setAddress(value === undefined ? { slice: null, value: null } : { slice: dimension, value })
          }
        />
      ))}
    </>
  );
}

export function AttemptFilterChips({ address: { address, setAddress }, choices }: AttemptFiltersProps) {
  const graderName = (versionId: string) =>
    choices.graders.find((grader) => grader.versionId === versionId)?.name ??
    "a grader that is not in this run";
  const chips: FilterChip[] = [];
  if (address.failedBy !== null) {
    chips.push({
      key: "failedBy",
      name: "Failed by",
      value: graderName(address.failedBy),
      onRemove: () => void setAddress({ failedBy: null }),
    });
  }
  if (address.unscoredBy !== null) {
    chips.push({
      key: "unscoredBy",
      name: "Not scored by",
      value: graderName(address.unscoredBy),
      onRemove: () => void setAddress({ unscoredBy: null }),
    });
  }
  if (address.slice !== null && address.value !== null) {
    chips.push({
      key: "slice",
      name: dimensionLabel(address.slice),
      value: sliceValueLabel({ dimension: address.slice, value: address.value }),
      onRemove: () => void setAddress({ slice: null, value: null }),
    });
  }
  if (address.expected !== null) {
    chips.push({
      key: "expected",
      name: "Expected",
      value: address.expected,
      onRemove: () => void setAddress({ expected: null }),
    });
  }
  if (address.actual !== null) {
    chips.push({
      key: "actual",
      name: "Answered",
      value: address.actual,
      onRemove: () => void setAddress({ actual: null }),
    });
  }
  if (address.stability !== null) {
    chips.push({
      key: "stability",
      name: "Cases that pass",
      value: stabilityLabels[address.stability].toLowerCase(),
      onRemove: () => void setAddress({ stability: null }),
    });
  }
  if (address.labels !== null) {
    chips.push({
      key: "labels",
      name: "Labels",
      value: labelStateLabels[address.labels].toLowerCase(),
      onRemove: () => void setAddress({ labels: null }),
    });
  }
  if (address.finish !== null) {
    chips.push({
      key: "finish",
      name: "Answer ended",
      value: finishReasonLabel(address.finish),
      onRemove: () => void setAddress({ finish: null }),
    });
  }
  if (address.error !== null) {
    chips.push({
      key: "error",
      name: "Error",
      value: errorClassLabel(address.error),
      onRemove: () => void setAddress({ error: null }),
    });
  }
  return <FilterChips chips={chips} onClear={() => void setAddress({ ...noFilters, q: address.q })} />;
}
