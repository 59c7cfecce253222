/**
 * Whether a URL points at the metadata service of a cloud machine, which hands out the machine's credentials to whoever asks.
 * Reads the host as the URL standard writes it, so that decimal, hexadecimal and mapped forms of an address are recognised.
 */
export function isMetadataHost(url: URL): boolean {
  const host = url.hostname.toLowerCase().replace(/\.$/, "");
  return METADATA_NAMES.has(host) || isMetadataAddress(host.replace(/^\[|\]$/g, ""));
}

/** 169.254.0.0/16 in plain, mapped, compatible and NAT64 form, fe80::/10, and the addresses of EC2 in IPv6. */
export function isMetadataAddress(address: string): boolean {
  const host = address.toLowerCase();
  if (/^169\.254\./.test(host)) return true;
  if (/^(::ffff:|::|64:ff9b::)(a9fe:|169\.254\.)/.test(host)) return true;
  return /^fe[89ab][0-9a-f]:/.test(host) || host === "fd00:ec2::254";
}

const METADATA_NAMES: ReadonlySet<string> = new Set([
  "metadata",
  "metadata.google.internal",
  "instance-data",
]);
