import type { Vendor } from "./vendor.ts";

/** One model's price in US dollars per million tokens, as vendors print it. */
export type ListedPrice = {
  /** The id that the vendor's API knows the model by; a dated snapshot of it has the same price unless it is listed itself. */
  model: string;
  input: number;
  output: number;
  /** Input that the vendor served from its prompt cache. Left out where it could not be established. */
  cachedInput?: number;
  /** First and last day (UTC) of a price that changes; both belong to it. */
  from?: string;
  until?: string;
  /** The longest prompt, in tokens, that the price holds for; longer ones cost more. */
  promptsUpTo?: number;
  /** What else a reader must know. */
  note?: string;
};

/** Prices of one vendor that rest on the same reading. */
export type ListSection = {
  vendor: Vendor;
  /** The day for which the prices are attested. */
  asOf: string;
  /** The vendor's own page. */
  source: string;
  /** How we know what the page said. */
  basis: string;
  prices: readonly ListedPrice[];
};
