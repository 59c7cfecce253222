import { closestField } from "./closest-field.ts";
import { readPlaceholder } from "./field-path.ts";

/** One sentence that names the field, where it is missing, and the existing field that is probably meant. */
export function describeUnknownField(
  name: string,
  datasetName: string,
  available: readonly string[],
): string {
  const where = `The prompt names {{${name}}}`;
  if (readPlaceholder(name)?.root === null) {
    const meant =
      available.find((field) => field === `input.${name}`) ?? closestField(`input.${name}`, available);
    const hint = meant === null ? "for example {{input}}" : `perhaps {{${meant}}}`;
    return `${where}. Fields begin with input, metadata or tags, ${hint}.`;
  }
  const closest = closestField(name, available);
  const hint =
    closest === null
      ? available.length > 0
        ? `There are ${available.slice(0, 8).map(braced).join(", ")}.`
        : "It has no fields."
      : `Did you mean ${braced(closest)}?`;
  return `${where}, and no case of "${datasetName}" has it. ${hint}`;
}

function braced(field: string): string {
  return `{{${field}}}`;
}
