/** The makers of models that are called in their own protocol. */
export const vendorKinds = ["openai", "anthropic", "google", "mistral"] as const;
export type VendorKind = (typeof vendorKinds)[number];

export type Vendor = {
  label: string;
  /** Where the vendor answers; may be replaced by the address of a proxy that speaks the same protocol. */
  baseUrl: string;
  /** How a key begins, for the form. */
  keyExample: string;
  modelExample: string;
  /** Whether a seed reaches the model. */
  takesSeed: boolean;
};

export const vendors: Readonly<Record<VendorKind, Vendor>> = {
  openai: {
    label: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    keyExample: "sk-…",
    modelExample: "gpt-5-mini",
    takesSeed: true,
  },
  anthropic: {
    label: "Anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    keyExample: "sk-ant-…",
    modelExample: "claude-sonnet-4-5",
    takesSeed: false,
  },
  google: {
    label: "Google",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta",
    keyExample: "AIza…",
    modelExample: "gemini-2.5-flash",
    takesSeed: true,
  },
  mistral: {
    label: "Mistral",
    baseUrl: "https://api.mistral.ai/v1",
    keyExample: "from console.mistral.ai",
    modelExample: "mistral-small-latest",
    takesSeed: true,
  },
};

export function isVendorKind(kind: string): kind is VendorKind {
  return vendorKinds.some((known) => known === kind);
}
