import { notFound } from "next/navigation";
import { idSchema } from "#lib/ids/id-schema.ts";

/** The dataset of an address, or the not-found page. */
export async function readDatasetId(params: Promise<{ datasetId: string }>): Promise<string> {
  const parsed = idSchema.safeParse((await params).datasetId);
  if (!parsed.success) notFound();
  return parsed.data;
}
