import { CodeBlock } from "#components/ui/display/code-block.tsx";

export type PromptAsSentProps = { messages: readonly { role: string; content: string }[] };

/** The messages with every field filled in, exactly as the model got them. */
export function PromptAsSent({ messages }: PromptAsSentProps) {
  if (messages.length === 0) {
    return (
      <p className="text-muted text-sm">
        No messages were sent: recorded answers were made elsewhere, and a built-in model reads the input
        itself.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the messages of a prompt never reorder
        <CodeBlock key={index} title={message.role} code={message.content} wrap maxHeight="16rem" />
      ))}
    </div>
  );
}
