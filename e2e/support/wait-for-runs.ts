import { expect } from "@playwright/test";
import { queryProduct } from "./product-database.ts";

/** Until the worker has nothing left to do, in any workspace. */
export async function waitForRuns(): Promise<void> {
  await expect(async () => {
    const open = await queryProduct(
      "select number from run where state not in ('finished', 'failed', 'cancelled')",
    );
    expect(open).toEqual([]);
  }).toPass({ timeout: 120_000 });
}
