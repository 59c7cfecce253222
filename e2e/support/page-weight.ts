/** JavaScript of a page's first load, gzipped, in bytes. */
export type PageWeight = { address: string; bytes: number; scripts: number };

/**
 * Addresses of the scripts that a page loads at once, each once: those that its HTML names, and those that it tells the browser to
 * fetch ahead. Scripts for browsers without modules are left out, because no browser that runs the product loads them.
 */
export function firstLoadScripts(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  const sources = tags.filter(isFirstLoad).map((tag) => attribute(tag, "src") ?? attribute(tag, "href"));
  return [...new Set(sources.filter((source) => source !== null))];
}

function isFirstLoad(tag: string): boolean {
  if (/\snomodule\b/i.test(tag)) return false;
  if (/^<script/i.test(tag)) return true;
  return attribute(tag, "rel") === "modulepreload" || attribute(tag, "as") === "script";
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag)?.[1];
  return found === undefined ? null : found.replaceAll("&amp;", "&");
}

/** One line a page, the heaviest first. */
export function weightTable(pages: readonly PageWeight[]): string {
  return pages
    .toSorted((one, other) => other.bytes - one.bytes)
    .map(({ address, bytes, scripts }) => {
      const kB = (bytes / 1000).toFixed(1).padStart(7);
      return `${kB} kB ${String(scripts).padStart(3)} scripts  ${address}`;
    })
    .join("\n");
}
