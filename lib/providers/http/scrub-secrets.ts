export type Scrub = (text: string) => string;

const shortestSecret = 4;

/** A function that replaces every occurrence of the secrets, for texts that a server may have echoed them into. */
export function createScrub(secrets: readonly string[]): Scrub {
  const known = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .sort((a, b) => b.length - a.length);
  return (text) => known.reduce((scrubbed, secret) => scrubbed.replaceAll(secret, "[secret]"), text);
}
