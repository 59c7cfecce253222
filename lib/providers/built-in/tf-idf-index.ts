import { wordTokens } from "./word-tokens.ts";

type Posting = { documents: Int32Array; weights: Float64Array };
type TfIdfMatch = { document: number; similarity: number };

/** Finds the most similar of the indexed texts. */
export type TfIdfIndex = {
  /** At most `limit` matches of similarity above 0, best first; ties in the order the texts were given. */
  nearest(text: string, limit: number): TfIdfMatch[];
};

/**
 * An inverted index over TF-IDF vectors of words: raw counts, idf = ln((1 + n) / (1 + df)) + 1, length 1 (L2). Similarity
 * is the cosine. The weighting is scikit-learn's TfidfVectorizer with smooth_idf.
 */
export function buildTfIdfIndex(texts: readonly string[]): TfIdfIndex {
  const counts = texts.map((text) => countWords(text));
  const documentsWith = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) add(documentsWith, word, 1);
  const idf = new Map<string, number>();
  for (const [word, df] of documentsWith) idf.set(word, Math.log((1 + texts.length) / (1 + df)) + 1);

  const postings = new Map<string, Posting>();
  for (const [word, df] of documentsWith) {
    postings.set(word, { documents: new Int32Array(df), weights: new Float64Array(df) });
  }
  const filled = new Map<string, number>();
  counts.forEach((count, document) => {
    for (const [word, weight] of unitVector(count, idf)) {
      const at = filled.get(word) ?? 0;
      const posting = postings.get(word);
      if (posting === undefined) continue;
      posting.documents[at] = document;
      posting.weights[at] = weight;
      filled.set(word, at + 1);
    }
  });

  return {
    nearest(text, limit) {
      const similarities = new Float64Array(texts.length);
      for (const [word, weight] of unitVector(countWords(text), idf)) {
        const posting = postings.get(word);
        if (posting === undefined) continue;
        const { documents, weights } = posting;
        for (let at = 0; at < documents.length; at += 1) {
          const document = documents[at] ?? 0;
          similarities[document] = (similarities[document] ?? 0) + weight * (weights[at] ?? 0);
        }
      }
      return best(similarities, limit);
    },
  };
}

function best(similarities: Float64Array, limit: number): TfIdfMatch[] {
  const matches: TfIdfMatch[] = [];
  similarities.forEach((similarity, document) => {
    const worst = matches.at(-1)?.similarity ?? 0;
    if (similarity <= 0 || (matches.length === limit && similarity <= worst)) return;
    let at = matches.length;
    while (at > 0 && (matches[at - 1]?.similarity ?? 0) < similarity) at -= 1;
    matches.splice(at, 0, { document, similarity });
    if (matches.length > limit) matches.pop();
  });
  return matches;
}

/** Words outside the vocabulary are left out before the length is taken, as scikit-learn does. */
function unitVector(
  counts: ReadonlyMap<string, number>,
  idf: ReadonlyMap<string, number>,
): Map<string, number> {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const [word, count] of counts) {
    const weight = count * (idf.get(word) ?? 0);
    if (weight === 0) continue;
    vector.set(word, weight);
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  for (const [word, weight] of vector) vector.set(word, weight / length);
  return vector;
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordTokens(text)) add(counts, word, 1);
  return counts;
}

function add(counts: Map<string, number>, word: string, amount: number): void {
  counts.set(word, (counts.get(word) ?? 0) + amount);
}
