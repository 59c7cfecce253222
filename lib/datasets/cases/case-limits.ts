export const caseLimits = {
  keyChars: 200,
  /** Longest input, expected value or metadata of one case, as JSON text in UTF-16 units. */
  valueChars: 5_000_000,
  tags: 50,
  tagChars: 100,
  clusterChars: 200,
  fileBytes: 500_000_000,
  fileRows: 1_000_000,
} as const;
