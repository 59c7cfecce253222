/** This kind has no settings: what it does is fixed by the published definition. */
export function TokenF1Form() {
  return (
    <p className="text-muted text-sm">
      Nothing to set. Case, punctuation and the words a, an and the are ignored, and the order of words does
      not matter, as in the SQuAD benchmark.
    </p>
  );
}
