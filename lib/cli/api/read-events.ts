/** The JSON values of a stream of server-sent events. Comments and all fields but `data` are passed over. */
export async function* readEvents<Value>(body: ReadableStream<Uint8Array>): AsyncGenerator<Value> {
  const decoder = new TextDecoder();
  let waiting = "";
  for await (const chunk of body) {
    waiting += decoder.decode(chunk, { stream: true });
    const events = waiting.split("\n\n");
    waiting = events.pop() ?? "";
    for (const event of events) {
      const data = event
        .split("\n")
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice("data:".length))
        .join("\n");
      if (data !== "") yield JSON.parse(data) as Value;
    }
  }
}
