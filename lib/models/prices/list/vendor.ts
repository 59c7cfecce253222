export const vendors = ["openai", "anthropic", "google", "mistral", "xai", "groq", "together"] as const;
export type Vendor = (typeof vendors)[number];

export const vendorLabels: Readonly<Record<Vendor, string>> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  google: "Google",
  mistral: "Mistral",
  xai: "xAI",
  groq: "Groq",
  together: "Together AI",
};

const hosts: Readonly<Record<string, Vendor>> = {
  "api.openai.com": "openai",
  "api.anthropic.com": "anthropic",
  "generativelanguage.googleapis.com": "google",
  "api.mistral.ai": "mistral",
  "api.x.ai": "xai",
  "api.groq.com": "groq",
  "api.together.xyz": "together",
  "api.together.ai": "together",
};

/**
 * Whose prices hold at an address, or null. Decided by the host alone: a server of one's own or a reseller may serve a model
 * under the vendor's name at any price.
 */
export function vendorAt(baseUrl: string): Vendor | null {
  const host = URL.parse(baseUrl)?.hostname ?? "";
  return Object.hasOwn(hosts, host) ? (hosts[host] ?? null) : null;
}
