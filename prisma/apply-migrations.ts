import { requireDatabaseUrl } from "#lib/env/env.ts";
import { prepareQueue } from "#lib/queue/prepare-queue.ts";
import { migrate } from "./migrate.ts";

// A program of its own: the schema engine leaves a timer of ten seconds behind, which would hold up whoever runs it in process.
try {
  const applied = await migrate(requireDatabaseUrl());
  await prepareQueue();
  if (applied.length > 0) console.log(`Migrations applied: ${applied.join(", ")}`);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
