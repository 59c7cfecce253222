const format = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 6 });

/** A price as vendors print it, exact: 150000 micro-dollars are "$0.15", 3625 are "$0.003625". */
export function formatPrice(microUsd: number | null): string {
  return microUsd === null ? "unknown" : `$${format.format(microUsd / 1_000_000)}`;
}
