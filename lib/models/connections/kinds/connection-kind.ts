import { type VendorKind, vendorKinds, vendors } from "#lib/providers/vendors/vendors.ts";

/** As the database has them. */
export const connectionKinds = ["openai_compatible", ...vendorKinds, "http", "command"] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

export type ConnectionKindFacts = {
  label: string;
  /** One line for whoever chooses a kind. */
  description: string;
};

export const connectionKindFacts: Readonly<Record<ConnectionKind, ConnectionKindFacts>> = {
  openai_compatible: {
    label: "OpenAI-compatible server",
    description: "vLLM, TGI, Ollama, llama.cpp, LM Studio, and most hosts of open models.",
  },
  openai: vendorFacts("openai", "GPT models at OpenAI, or behind a proxy that speaks its protocol."),
  anthropic: vendorFacts("anthropic", "Claude models at Anthropic."),
  google: vendorFacts("google", "Gemini models at Google AI Studio."),
  mistral: vendorFacts("mistral", "Mistral's own models at La Plateforme."),
  http: {
    label: "HTTP service",
    description:
      "Your own service or agent: any address that takes a case over HTTP and gives back an answer.",
  },
  command: {
    label: "Command",
    description: "A program on the worker's machine: prompt on standard input, answer on standard output.",
  },
};

export function findConnectionKind(text: string): ConnectionKind | null {
  return connectionKinds.find((kind) => kind === text) ?? null;
}

function vendorFacts(kind: VendorKind, description: string): ConnectionKindFacts {
  return { label: vendors[kind].label, description };
}
