/** Kinds of connections whose servers have OpenAI's `/embeddings`. */
export const embeddingConnectionKinds = ["openai_compatible", "openai", "mistral"] as const;
