"use client";

import { type FilterChip, FilterChips } from "#components/table/toolbar/filter-chips.tsx";
import { FilterMenu } from "#components/table/toolbar/filter-menu.tsx";
import type { TagCount } from "#lib/datasets/cases/list-tags.ts";
import { type Split, splitLabels, splits } from "#lib/datasets/split.ts";
import type { CaseAddress } from "./use-case-address.ts";

export type CaseFiltersProps = {
  address: CaseAddress;
  tags: readonly TagCount[];
  versions: readonly { number: number; note: string }[];
};

const isSplit = (value: string): value is Split => splits.some((split) => split === value);

export function CaseFilterMenus({ address: { address, setAddress }, tags, versions }: CaseFiltersProps) {
  const version = address.version === null ? [] : [String(address.version)];
  const shows = [
    { value: "changed", label: address.version === null ? "Not published yet" : "Changed in this version" },
    ...(address.version === null ? [{ value: "archived", label: "Archived" }] : []),
  ];
  return (
    <>
      {versions.length > 0 && (
        <FilterMenu
          name="Version"
          single
          options={versions.map((one) => ({
            value: String(one.number),
            label: one.note === "" ? `Version ${one.number}` : `Version ${one.number}: ${one.note}`,
          }))}
          selected={version}
          onChange={([chosen]) =>
            void setAddress({ version: chosen === undefined ? null : Number(chosen), show: null })
          }
        />
      )}
      <FilterMenu
        name="Split"
        options={splits.map((split) => ({ value: split, label: splitLabels[split] }))}
        selected={address.split}
        onChange={(chosen) => void setAddress({ split: chosen.filter(isSplit) })}
      />
      {tags.length > 0 && (
        <FilterMenu
          name="Tag"
          options={tags.map(({ tag, count }) => ({ value: tag, label: tag, count }))}
          selected={address.tag}
          onChange={(tag) => void setAddress({ tag })}
        />
      )}
      <FilterMenu
        name="Show"
        single
        options={shows}
        selected={address.show === "all" ? [] : [address.show]}
        onChange={([show]) =>
          void setAddress({ show: show === "changed" || show === "archived" ? show : null })
        }
      />
    </>
  );
}

export function CaseFilterChips({ address: { address, setAddress } }: { address: CaseAddress }) {
  const chips: FilterChip[] = [];
  if (address.version !== null) {
    chips.push({
      key: "version",
      name: "Version",
      value: address.version,
      onRemove: () => void setAddress({ version: null, show: null }),
    });
  }
  for (const split of address.split) {
    chips.push({
      key: `split-${split}`,
      name: "Split",
      value: splitLabels[split],
      onRemove: () => void setAddress({ split: address.split.filter((other) => other !== split) }),
    });
  }
  for (const tag of address.tag) {
    chips.push({
      key: `tag-${tag}`,
      name: "Tag",
      value: tag,
      onRemove: () => void setAddress({ tag: address.tag.filter((other) => other !== tag) }),
    });
  }
  if (address.show !== "all") {
    chips.push({
      key: "show",
      name: "Show",
      value:
        address.show === "archived" ? "archived" : address.version === null ? "not published yet" : "changed",
      onRemove: () => void setAddress({ show: null }),
    });
  }
  return (
    <FilterChips
      chips={chips}
      onClear={() => void setAddress({ version: null, split: null, tag: null, show: null })}
    />
  );
}
