import { cx } from "#components/ui/class-names.ts";

/** Messages as plain text, whatever they contain. */
export function PromptMessages({
  messages,
  className,
}: {
  messages: readonly { role: string; content: string }[];
  className?: string;
}) {
  return (
    <ol className={cx("flex flex-col divide-y overflow-hidden rounded-md border", className)}>
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no identity of their own
        <li key={index} className="grid gap-x-3 gap-y-1 px-3 py-2 sm:grid-cols-[5.5rem_1fr]">
          <span className="pt-0.5 text-faint text-xs">{message.role}</span>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
            tabIndex={0}
            className="max-h-80 overflow-auto whitespace-pre-wrap break-words font-mono text-xs leading-5"
          >
            {message.content}
          </pre>
        </li>
      ))}
    </ol>
  );
}
