import { createReadStream, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseCsv } from "#lib/formats/csv/parse-csv.ts";
import { decodeUtf8 } from "#lib/formats/decode-utf8.ts";
import type { TrainingExample } from "../built-in/predictor.ts";

/** Customer questions to a bank with 77 intents (PolyAI, CC BY 4.0); kept beside the checkout, not in it. */
const folder = new URL("../../../../shared/data/", import.meta.url);

type Part = "train" | "test";

export function hasBanking77(): boolean {
  return existsSync(fileOf("train")) && existsSync(fileOf("test"));
}

export async function readBanking77(part: Part): Promise<TrainingExample[]> {
  const examples: TrainingExample[] = [];
  for await (const event of parseCsv(decodeUtf8(createReadStream(fileOf(part))))) {
    if (event.type === "rejected")
      throw new Error(`${part}, line ${event.rejected.line}: ${event.rejected.reason}`);
    examples.push({ input: event.row.values.text, expected: event.row.values.category });
  }
  return examples;
}

function fileOf(part: Part): string {
  return fileURLToPath(new URL(`banking77-${part}.csv`, folder));
}
