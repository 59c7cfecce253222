"use client";

import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { splits } from "#lib/datasets/split.ts";

/** What is chosen so far is in the address; the server answers a change with what belongs to it. */
export function useStartAddress() {
  const [loading, startTransition] = useTransition();
  const [address, setAddress] = useQueryStates(
    {
      dataset: parseAsString,
      version: parseAsInteger,
      models: parseAsArrayOf(parseAsString),
      /** One model or model version, as other pages link here. */
      model: parseAsString,
      split: parseAsArrayOf(parseAsStringLiteral(splits)),
    },
    { shallow: false, startTransition, history: "replace" },
  );
  return { address, setAddress, loading };
}

export type StartAddress = ReturnType<typeof useStartAddress>;
