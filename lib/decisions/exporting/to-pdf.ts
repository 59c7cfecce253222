import PDFDocument from "pdfkit";
import type { DocumentBlock, ExportedDocument } from "./document.ts";
import { toPdfText } from "./pdf-text.ts";

type Pdf = InstanceType<typeof PDFDocument>;

const margin = 50;
const fonts = { plain: "Helvetica", bold: "Helvetica-Bold" };
const sizes = { title: 18, answer: 12, heading: 12, text: 9.5, cell: 8, foot: 8 };
const ink = { text: "#1d1b18", quiet: "#57534b", line: "#cbc5b9" };

/** A4, with the fonts that every reader of PDF has. Texts are drawn as they are: nothing in them is markup, a link or a script. */
export async function toPdf(
  { title, blocks }: ExportedDocument,
  madeAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: margin, bottom: margin + 15, left: margin, right: margin },
    bufferPages: true,
    lang: "en",
    info: { Title: toPdfText(title), Producer: "Touchstone", Creator: "Touchstone", CreationDate: madeAt },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", resolve);
    pdf.on("error", reject);
  });
  write(pdf, title, { font: fonts.bold, size: sizes.title });
  pdf.moveDown(0.6);
  for (const one of blocks) drawBlock(pdf, one);
  numberPages(pdf, title);
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawBlock(pdf: Pdf, block: DocumentBlock): void {
  switch (block.kind) {
    case "heading":
      keepTogether(pdf, 60);
      pdf.moveDown(0.7);
      write(pdf, block.text, { font: fonts.bold, size: sizes.heading });
      pdf.moveDown(0.3);
      break;
    case "answer":
      write(pdf, block.text, { font: fonts.bold, size: sizes.answer });
      pdf.moveDown(0.5);
      break;
    case "paragraph":
      write(pdf, block.text);
      pdf.moveDown(0.4);
      break;
    case "list":
      for (const item of block.items) write(pdf, `•  ${item}`, { indent: 8 });
      pdf.moveDown(0.4);
      break;
    case "facts":
      for (const { term, value } of block.facts) write(pdf, `${term}: ${value}`, { color: ink.quiet });
      pdf.moveDown(0.4);
      break;
    case "table":
      drawTable(pdf, block.header, block.rows);
      pdf.moveDown(0.6);
      break;
  }
}

type Look = { font?: string; size?: number; color?: string; indent?: number };

function write(pdf: Pdf, text: string, look: Look = {}): void {
  const { font = fonts.plain, size = sizes.text, color = ink.text, indent = 0 } = look;
  pdf
    .font(font)
    .fontSize(size)
    .fillColor(color)
    .text(toPdfText(text), pdf.page.margins.left + indent, pdf.y, {
      width: pdf.page.width - 2 * margin - indent,
      lineGap: 2,
    });
  pdf.x = pdf.page.margins.left;
}

/** The first column, with names, is as wide as two others. A row is never split over two pages. */
function drawTable(pdf: Pdf, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const unit = (pdf.page.width - 2 * margin) / (header.length + 1);
  const widths = header.map((_, index) => (index === 0 ? 2 * unit : unit));
  drawRow(pdf, header, widths, fonts.bold);
  for (const row of rows) drawRow(pdf, row, widths, fonts.plain);
}

function drawRow(pdf: Pdf, cells: readonly string[], widths: readonly number[], font: string): void {
  pdf.font(font).fontSize(sizes.cell).fillColor(ink.text);
  const texts = cells.map(toPdfText);
  const options = (index: number) => ({ width: (widths[index] ?? 0) - 6, lineGap: 1 });
  const height = Math.max(...texts.map((text, index) => pdf.heightOfString(text || " ", options(index)))) + 6;
  keepTogether(pdf, height);
  const top = pdf.y;
  let left = margin;
  for (const [index, text] of texts.entries()) {
    pdf.text(text, left, top + 3, options(index));
    left += widths[index] ?? 0;
  }
  pdf
    .moveTo(margin, top + height)
    .lineTo(pdf.page.width - margin, top + height)
    .lineWidth(0.5)
    .strokeColor(ink.line)
    .stroke();
  pdf.x = margin;
  pdf.y = top + height + 1;
}

/** Begins a new page where less than `height` is left of this one. */
function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
}

function numberPages(pdf: Pdf, title: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    // Text below the bottom margin would begin a new page.
    pdf.page.margins.bottom = 0;
    pdf
      .font(fonts.plain)
      .fontSize(sizes.foot)
      .fillColor(ink.quiet)
      .text(`${toPdfText(title).slice(0, 90)}    ${index + 1} of ${count}`, margin, pdf.page.height - 40, {
        width: pdf.page.width - 2 * margin,
        align: "right",
        lineBreak: false,
      });
  }
}
