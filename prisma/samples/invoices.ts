import type { SampleDataset } from "./sample-dataset.ts";

const date = "(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}|\\d{1,2} [A-Za-z]{3,9} \\d{4}|[A-Za-z]{3,9} \\d{1,2}, \\d{4})";
const amount = "(-?\\d{1,3}(?:,\\d{3})*\\.\\d{2})";
const currency = { name: "currency", pattern: "\\b(EUR|USD|GBP|CHF|SEK|NOK|DKK|CAD|AUD)\\b" };

/** What somebody writes in five minutes, looking at two invoices. */
const firstPatterns = [
  { name: "invoice_number", pattern: "invoice (?:no|number)[.:]? *([A-Z0-9/-]+)", flags: "i" },
  { name: "invoice_date", pattern: `date:? *${date}`, flags: "i", type: "date" },
  { name: "vendor", pattern: "^(.+)$", flags: "m" },
  currency,
  { name: "total", pattern: `total[^\\n]*?${amount}`, flags: "i", type: "number" },
  { name: "tax", pattern: `vat[^\\n]*?${amount}`, flags: "i", type: "number" },
  { name: "due_date", pattern: `due[^\\n]*?${date}`, flags: "i", type: "date" },
];

/** The same after an afternoon with the tuning cases. */
const refinedPatterns = [
  {
    name: "invoice_number",
    pattern: "(?:invoice|rechnung|facture|factuur|factura|credit note|receipt|proforma|inv)[^\\n]{0,20}?\\b([A-Z]{0,4}[-/]?\\d[A-Z0-9/-]{2,})",
    flags: "i",
  },
  { name: "invoice_date", pattern: `(?:date|datum|issued|fecha|dated)[^\\n0-9]{0,30}${date}`, flags: "i", type: "date" },
  { name: "vendor", pattern: "^(.+?(?:Ltd|Limited|GmbH|AG|LLC|Inc\\.?|B\\.V\\.|AS|S\\.L\\.|SARL|Co\\.|Corporation))", flags: "m" },
  currency,
  {
    name: "total",
    pattern: `(?:grand total|total due|total payable|total to pay|total inc[^\\n]*|invoice total|^ *total [a-z]{3})[^\\n]*?${amount}`,
    flags: "im",
    type: "number",
  },
  { name: "tax", pattern: `(?:vat|gst|sales tax|mwst|ust|tva|btw|iva|total taxes)[^\\n]*?${amount} *$`, flags: "im", type: "number" },
  {
    name: "due_date",
    pattern: `(?:due|pay by|payable by|vervaldatum|zahlbar bis|fällig)[^\\n0-9]{0,30}${date}`,
    flags: "i",
    type: "date",
  },
];

const schema = {
  type: "object",
  required: ["invoice_number", "invoice_date", "vendor", "currency", "total", "tax", "due_date"],
  properties: {
    invoice_number: { type: "string" },
    invoice_date: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
    vendor: { type: "string" },
    currency: { type: "string", pattern: "^[A-Z]{3}$" },
    total: { type: "number" },
    tax: { type: ["number", "null"] },
    due_date: { type: ["string", "null"], pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
  },
};

export const invoices: SampleDataset = {
  name: "Invoice fields",
  description: "Seven fields out of the plain text of 150 invoices: many layouts, five languages, scanning noise.",
  file: "invoices.jsonl",
  note: "First version, as written.",
  graders: [
    {
      name: "Invoice fields",
      kind: "json-fields",
      config: {
        defaultRule: "exact",
        fields: [
          { path: "vendor", rule: "ignore-case" },
          { path: "total", rule: "numeric" },
          { path: "tax", rule: "numeric" },
        ],
        absoluteTolerance: 0.005,
        relativeTolerance: 0,
        missingIsNull: true,
        extraFields: "count",
        allowFence: true,
      },
      // Five of the seven fields: enough that a clerk checks the rest faster than typing all.
      threshold: 5 / 7,
    },
    { name: "Invoice schema", kind: "json-schema", config: { schema, allowFence: true }, weight: 0 },
  ],
  models: [
    { name: "First patterns (invoices)", builtInKind: "regex-extraction", builtInConfig: { fields: firstPatterns, inputField: "text" }, trained: false },
    { name: "Refined patterns (invoices)", builtInKind: "regex-extraction", builtInConfig: { fields: refinedPatterns, inputField: "text" }, trained: false },
  ],
  runSplits: ["held_out", "fresh"],
};
