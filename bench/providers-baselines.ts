import { builtInModels } from "#lib/providers/built-in/registry.ts";
import { hasBanking77, readBanking77 } from "#lib/providers/testing/banking77.ts";

if (!hasBanking77()) {
  console.log("Skipped: the banking77 files are not in shared/data beside the checkout.");
  process.exit(0);
}

const train = await readBanking77("train");
const test = await readBanking77("test");
for (const { kind, create, defaults } of builtInModels.filter(({ needsTraining }) => needsTraining)) {
  const startedAt = performance.now();
  const model = create(defaults, train);
  const trainedAt = performance.now();
  const right = test.filter(({ input, expected }) => model.predict(input).output === expected).length;
  const trainMs = Math.round(trainedAt - startedAt);
  const predictMs = Math.round(performance.now() - trainedAt);
  console.log(
    `${kind}: ${right} of ${test.length} right (${((100 * right) / test.length).toFixed(2)} %), trained on ${train.length} in ${trainMs} ms, predicted in ${predictMs} ms`,
  );
}
