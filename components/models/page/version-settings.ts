import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import { priceLabel } from "./price-label.ts";

/** Everything of a version but its prompt, as indented JSON that can be read and compared. */
export function versionSettings(version: ModelVersion): string {
  const settings =
    version.provider === "built_in"
      ? {
          kind: version.builtInKind,
          settings: version.builtInConfig,
          ...(version.training === null
            ? {}
            : {
                trained_on: `${version.training.datasetName}, version ${version.training.versionNumber}`,
                splits: version.trainingSplits.length === 0 ? "all" : version.trainingSplits,
              }),
        }
      : {
          connection: version.connection?.name ?? null,
          model: version.providerModel,
          parameters: version.parameters,
          price_per_million_tokens: priceLabel(version),
        };
  return JSON.stringify(settings, null, 2);
}
