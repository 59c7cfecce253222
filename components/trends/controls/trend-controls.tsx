"use client";

import { useRouter } from "next/navigation";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import { Field } from "#components/ui/form/field.tsx";
import { NativeSelect } from "#components/ui/form/native-select.tsx";
import { SegmentedControl } from "#components/ui/form/segmented-control.tsx";
import type { Trend } from "#lib/trends/get-trend.ts";
import type { TrendDataset } from "#lib/trends/list-trend-datasets.ts";
import { type TrendAxis, trendAxes, trendMetricLabels, trendMetrics } from "#lib/trends/trend-metric.ts";
import type { TrendAddress } from "../use-trend-address.ts";
import { SubjectSelect } from "./subject-select.tsx";

const axisLabels: Readonly<Record<TrendAxis, string>> = {
  time: "Time",
  run: "Run",
  dataset: "Dataset version",
  model: "Model version",
};

export type TrendControlsProps = {
  trend: Trend;
  datasets: readonly TrendDataset[];
  address: TrendAddress;
};

/** What is drawn: dataset, metric, what it is of, models and the axis. */
export function TrendControls({ trend, datasets, address }: TrendControlsProps) {
  const router = useRouter();
  const { asked, ask, shown, show } = address;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label="Dataset" className="w-full sm:w-60">
        <NativeSelect
          value={trend.dataset.id}
          onChange={(event) =>
            router.push(
              `/trends?${new URLSearchParams({ dataset: event.target.value, metric: asked.metric })}`,
            )
          }
        >
          {datasets.map((dataset) => (
            <option key={dataset.id} value={dataset.id}>
              {dataset.name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label="Metric" className="w-full sm:w-44">
        <NativeSelect
          value={trend.metric}
          onChange={(event) => {
            const metric = trendMetrics.find((known) => known === event.target.value) ?? "pass-rate";
            void ask({ metric, line: null });
          }}
        >
          {trendMetrics.map((metric) => (
            <option key={metric} value={metric}>
              {trendMetricLabels[metric]}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <SubjectSelect trend={trend} onChange={(of) => void ask({ of, line: null })} />
      <FilterMenu
        name="Model"
        options={trend.choices.models}
        selected={asked.model}
        onChange={(model) => void ask({ model: model.length === 0 ? null : model, line: null })}
      />
      <SegmentedControl
        label="Along"
        value={shown.x}
        onValueChange={(x) => void show({ x })}
        options={trendAxes.map((value) => ({ value, label: axisLabels[value] }))}
        className="sm:ml-auto"
      />
    </div>
  );
}
