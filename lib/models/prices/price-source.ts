/** Where a run's prices are from, as it is pinned on the run. A shipped price is "price list of" and the list's date. */
export const ownPriceSource = "model";
export const workspacePriceSource = "workspace list";
export const builtInPriceSource = "built in";
