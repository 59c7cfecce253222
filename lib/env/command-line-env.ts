/** What the command line reads of the environment. Apart from env.ts, whose schema it would have to load first. */
export function commandLineEnv(): { url: string | undefined; apiKey: string | undefined } {
  const { TOUCHSTONE_URL: url, TOUCHSTONE_API_KEY: apiKey } = process.env;
  return { url: url?.trim() || undefined, apiKey: apiKey?.trim() || undefined };
}
