export type LocalServer = { name: string; baseUrl: string; howToStart: string };

/** Model servers that people run on their own machine, at the ports they use unless told otherwise. */
export const localServers: readonly LocalServer[] = [
  { name: "Ollama", baseUrl: "http://127.0.0.1:11434/v1", howToStart: "ollama serve" },
  { name: "LM Studio", baseUrl: "http://127.0.0.1:1234/v1", howToStart: "lms server start" },
  { name: "vLLM", baseUrl: "http://127.0.0.1:8000/v1", howToStart: "vllm serve <model>" },
  {
    name: "llama.cpp",
    baseUrl: "http://127.0.0.1:8080/v1",
    howToStart: "llama-server -m <model.gguf> --port 8080",
  },
  {
    name: "Text Generation Inference",
    baseUrl: "http://127.0.0.1:3000/v1",
    howToStart: "text-generation-launcher --model-id <model> --port 3000",
  },
  {
    name: "text-generation-webui",
    baseUrl: "http://127.0.0.1:5000/v1",
    howToStart: "python server.py --api",
  },
];
