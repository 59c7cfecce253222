import { sizeWords } from "#lib/models/size/model-size.ts";
import type { Board, NearBest } from "../board/board-schema.ts";

/** What the size of the smallest rests on. */
export function sizeNote({ smallestRunId, rows }: NearBest, candidates: Board["candidates"]): string {
  if (rows.every(({ verdict }) => verdict !== "better" && verdict !== "no worse")) return "";
  const smallest = candidates.find(({ run }) => run.id === smallestRunId);
  if (smallest === undefined) return "No size is known: say it on the pages of the models.";
  const unknown = candidates.filter(({ parametersBillion }) => parametersBillion === null).length;
  const missing =
    unknown === 0 ? "" : ` The size of ${unknown} ${unknown === 1 ? "model" : "models"} is not known.`;
  const { size } = smallest;
  if (size === null) return `Size is what the model's name says.${missing}`;
  const source =
    size.source === "stated"
      ? "as set on its page"
      : "a guess from its name; set the real number on the model's page";
  return `The smallest has the fewest parameters in total: ${sizeWords(size)}, ${source}.${missing}`;
}
