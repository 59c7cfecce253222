"use client";

import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { FallBack } from "./fall-back.tsx";
import { isRenderableMarkdown } from "./markdown-guard.ts";

const plugins = [remarkGfm];

const components: Components = {
  // An address of a kind that is not allowed arrives empty; as a link it would open this page again.
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="nofollow noopener noreferrer ugc" title={href}>
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
  // An image would tell its server who reads the answer.
  img: ({ alt, src }) => (
    <span className="rounded-sm border border-dashed px-1 text-muted">
      image not loaded: {alt || (typeof src === "string" ? src.slice(0, 200) : "no text")}
    </span>
  ),
  // The page has its own outline; headings of an answer are only shown as such.
  h1: ({ children }) => <p className="font-semibold text-lg">{children}</p>,
  h2: ({ children }) => <p className="font-semibold text-base">{children}</p>,
  h3: ({ children }) => <p className="font-semibold text-sm">{children}</p>,
  h4: ({ children }) => <p className="font-semibold text-sm">{children}</p>,
  h5: ({ children }) => <p className="font-semibold text-sm">{children}</p>,
  h6: ({ children }) => <p className="font-semibold text-sm">{children}</p>,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table>{children}</table>
    </div>
  ),
  input: ({ checked }) => <span>{checked ? "[x]" : "[ ]"} </span>,
};

const STYLE = [
  "flex min-w-0 flex-col gap-2 whitespace-normal break-words text-sm [&_pre]:whitespace-pre",
  "[&_ul]:list-disc [&_ul]:pl-5 [&_ol]:list-decimal [&_ol]:pl-5 [&_li]:my-0.5",
  "[&_blockquote]:border-l-2 [&_blockquote]:border-strong [&_blockquote]:pl-3 [&_blockquote]:text-muted",
  "[&_a]:underline [&_a]:decoration-accent [&_a]:underline-offset-3",
  "[&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-xs",
  "[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:border [&_pre]:bg-sunken [&_pre]:p-2 [&_pre_code]:bg-transparent [&_pre_code]:p-0",
  "[&_td]:border [&_td]:px-2 [&_td]:py-1 [&_th]:border [&_th]:px-2 [&_th]:py-1 [&_th]:text-left [&_table]:border-collapse [&_hr]:border-t",
].join(" ");

/** Text of a model or a dataset as Markdown: no HTML, no images, links that promise nothing. */
export function MarkdownView({ text }: { text: string }) {
  const plain = <div className="untrusted-text text-sm">{text}</div>;
  if (!isRenderableMarkdown(text)) {
    return (
      <div className="flex flex-col gap-2">
        <p className="text-muted text-xs">
          Too long or too deeply nested to show as Markdown; here as plain text.
        </p>
        {plain}
      </div>
    );
  }
  return (
    <FallBack key={text} fallback={plain}>
      <div className={STYLE}>
        <Markdown remarkPlugins={plugins} components={components}>
          {text}
        </Markdown>
      </div>
    </FallBack>
  );
}
