import { AppError } from "#lib/errors/app-error.ts";
import { parseInput } from "#lib/errors/parse-input.ts";
import { type BuiltInModel, findBuiltInModel } from "#lib/providers/built-in/registry.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { toJsonObject } from "./to-json-object.ts";

/** The definition of a built-in kind and the settings as they are stored, with every default filled in. */
export function parseBuiltInConfig(kind: string, config: Readonly<Record<string, unknown>>) {
  const model = findBuiltInModel(kind);
  if (model === null) {
    const sentence = `There is no built-in model of the kind "${kind}". Choose one from the list.`;
    throw new AppError("invalid", sentence, { "config.builtInKind": sentence });
  }
  const values = toJsonObject(parseSettings(model, config));
  if (!model.needsTraining) refuseUnusable(model, values);
  return { needsTraining: model.needsTraining, values };
}

function parseSettings(model: BuiltInModel, config: Readonly<Record<string, unknown>>): object {
  try {
    return Object(parseInput(model.configSchema, config));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields = Object.entries(error.fields).map(([path, sentence]) => [
      path === "" ? "config.builtInConfig" : `config.builtInConfig.${path}`,
      sentence,
    ]);
    throw new AppError("invalid", error.message, Object.fromEntries(fields));
  }
}

/** Some settings are found wrong only when they are used, such as a pattern that does not compile. */
function refuseUnusable(model: BuiltInModel, values: object): void {
  try {
    model.create(values, []);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    throw new AppError("invalid", error.message, { "config.builtInConfig": error.message });
  }
}
