import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Many tests wait for servers and processes: on two cores one worker would leave half of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "unit",
          include: ["{lib,components,app,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts"],
          environment: "node",
          setupFiles: ["lib/testing/seeded-properties.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["{lib,prisma}/**/*.db.test.ts"],
          globalSetup: ["lib/testing/database-server.ts"],
          setupFiles: ["lib/testing/database-of-file.ts", "lib/testing/seeded-properties.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Processes are killed and databases restarted in these: where others share the machine, one more try, which the report names.
          retry: process.env.CI === undefined ? 0 : 1,
          // What is waited for comes in milliseconds on a quiet machine, and in seconds on a busy one.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
