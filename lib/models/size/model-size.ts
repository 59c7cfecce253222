import { parametersInName } from "./parameters-in-name.ts";

/** Billions of parameters. */
export type ModelSize = {
  total: number;
  /** How many of them work on one token, where that is fewer; null where it is all of them, or not said. */
  active: number | null;
  /** "stated": somebody set it. "name": guessed from what the model is called. */
  source: "stated" | "name";
};

/** How large a model is: as somebody said, else as its own name or the name at its provider reads; null where none of them tells. */
export function modelSize({
  name,
  providerModel,
  parametersBillion,
  activeParametersBillion,
}: {
  name: string;
  providerModel: string | null;
  parametersBillion: number | null;
  activeParametersBillion: number | null;
}): ModelSize | null {
  if (parametersBillion !== null) {
    return { total: parametersBillion, active: activeParametersBillion, source: "stated" };
  }
  const read = parametersInName(name) ?? parametersInName(providerModel ?? "");
  return read === null ? null : { total: read, active: null, source: "name" };
}

/** 8 -> "8 billion parameters"; 46.7 and 12.9 -> "46.7 billion parameters, 12.9 of them active". */
export function sizeWords({ total, active }: Pick<ModelSize, "total" | "active">): string {
  const all = `${total.toLocaleString("en-US", { maximumFractionDigits: 3 })} billion parameters`;
  return active === null
    ? all
    : `${all}, ${active.toLocaleString("en-US", { maximumFractionDigits: 3 })} of them active`;
}
