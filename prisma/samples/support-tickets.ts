import type { SampleDataset } from "./sample-dataset.ts";

const keywordRules = [
  { label: "cancellation", anyOf: ["cancel", "cancellation", "terminate", "close our account", "kündigen", "résilier"] },
  { label: "data-export", anyOf: ["export", "download all", "csv", "backup"] },
  { label: "integration", anyOf: ["integration", "sync", "api", "webhook", "connector", "calendar sync"] },
  { label: "login", anyOf: ["password", "log in", "login", "sign in", "locked out", "two-factor", "passwort", "connexion"] },
  { label: "billing", anyOf: ["invoice", "charged", "refund", "payment", "card", "vat", "rechnung", "facture", "factura"] },
  { label: "feature-request", anyOf: ["would be great", "feature", "wish", "could you add", "any plans"] },
  { label: "bug", anyOf: ["error", "broken", "crash", "does not work", "doesn't work", "wrong", "since the update", "fehler"] },
];

export const supportTickets: SampleDataset = {
  name: "Support tickets",
  description: "Which team gets the ticket? 300 messages to a scheduling service, eight labels, four languages.",
  file: "support-tickets.jsonl",
  note: "First version, as written.",
  graders: [{ name: "Right label", kind: "exact-match", config: { normalisations: ["trim", "case"] } }],
  models: [
    { name: "Naive Bayes (tickets)", builtInKind: "naive-bayes", builtInConfig: {}, trained: true },
    { name: "Nearest neighbours (tickets)", builtInKind: "nearest-neighbours", builtInConfig: {}, trained: true },
    {
      name: "Keyword rules (tickets)",
      builtInKind: "keyword-rules",
      builtInConfig: { rules: keywordRules, defaultLabel: "how-to" },
      trained: false,
    },
  ],
  runSplits: ["held_out", "fresh"],
};
