import type { Context } from "#lib/context/context.ts";
import { getDecision } from "../reading/get-decision.ts";
import { decisionDocument } from "./decision-document.ts";
import { toMarkdown } from "./to-markdown.ts";
import { toPdf } from "./to-pdf.ts";

export type ExportDecisionInput = { decisionId: string; format: "md" | "pdf" };
export type ExportedDecision = {
  fileName: string;
  contentType: string;
  content: string | Uint8Array<ArrayBuffer>;
};

/** A decision as a file that stands on its own. */
export async function exportDecision(
  ctx: Context,
  { decisionId, format }: ExportDecisionInput,
): Promise<ExportedDecision> {
  const decision = await getDecision(ctx, decisionId);
  const document = decisionDocument(decision);
  const fileName = `decision-${decision.number}.${format}`;
  return format === "pdf"
    ? { fileName, contentType: "application/pdf", content: await toPdf(document, ctx.now) }
    : { fileName, contentType: "text/markdown; charset=utf-8", content: toMarkdown(document) };
}
