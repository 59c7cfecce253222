import type { Hosting } from "../board/board-schema.ts";

export type Provenance = {
  provider: "connection" | "built_in" | "recorded";
  connection: { kind: string; baseUrl: string } | null;
};

/**
 * Where a model answers, as far as its configuration says: built-in models, local programs and addresses of a private network are
 * own machines; recorded answers could be from anywhere.
 */
export function hostingOf({ provider, connection }: Provenance): Hosting {
  if (provider === "built_in") return "own machines";
  if (provider === "recorded" || connection === null) return "unknown";
  if (connection.kind === "command") return "own machines";
  return isPrivateAddress(connection.baseUrl) ? "own machines" : "outside";
}

/**
 * Whether a URL leads to this machine or a private network by its name alone: loopback, RFC 1918, carrier-grade NAT (RFC 6598) and
 * unique local addresses, names without a dot, and the names that are reserved for local use (RFC 6761, RFC 6762, RFC 8375, .internal).
 */
export function isPrivateAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const host = new URL(address).hostname.toLowerCase().replace(/^\[|\]$|\.$/g, "");
  if (host.includes(":")) return host === "::1" || /^(f[cd]|fe[89ab])/.test(host) || isPrivateMapped(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateIpv4(host);
  return !host.includes(".") || /\.(localhost|local|internal|lan|home\.arpa)$/.test(host);
}

function isPrivateMapped(host: string): boolean {
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) ?? [];
  if (high === undefined || low === undefined) return false;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return isPrivateIpv4([a >> 8, a & 255, b >> 8, b & 255].join("."));
}

function isPrivateIpv4(host: string): boolean {
  const [a = 0, b = 0] = host.split(".").map(Number);
  return (
    a === 127 ||
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b < 128)
  );
}
