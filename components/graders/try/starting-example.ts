export type TypedExample = { input: string; expected: string; output: string };

const invoice = '{"number": "RE-1042", "total": 1234.5}';

const question =
  '{"question": "When is the library open?", "context": ["The library is open from 9 to 18 on weekdays.", "The café closes at 17."]}';
const retrieved = {
  input: question,
  expected: "From 9 to 18 on weekdays.",
  output: "It is open from 9 to 18, also on Sundays.",
};

const byKind: Record<string, Omit<TypedExample, "input"> & { input?: string }> = {
  faithfulness: retrieved,
  "answer-relevance": retrieved,
  "context-precision": retrieved,
  "context-recall": retrieved,
  "exact-match": { expected: "billing", output: "Billing" },
  contains: { expected: "refund", output: "We will send you a refund within five days." },
  "regular-expression": { expected: "", output: "Your order number is 4711." },
  numeric: { expected: "1234.5", output: "The total comes to $1,234.50." },
  "json-validity": { expected: "", output: invoice },
  "json-schema": { expected: "", output: invoice },
  "json-fields": { expected: invoice, output: '{"number": "RE-1042", "total": 1243.5}' },
  "token-f1": { expected: "in the winter of 1812", output: "It was the winter of 1812." },
  webhook: { expected: "refund", output: "We will send you a refund within five days." },
  "embedding-similarity": { expected: "The invoice is overdue.", output: "Payment for this bill is late." },
  "judge-rubric": { expected: "Lisbon", output: "The capital of Portugal is Lisbon." },
  "judge-factuality": { expected: "Lisbon", output: "Lisbon, which lies on the Tejo." },
  "judge-pairwise": { expected: "It is Lisbon.", output: "Lisbon." },
  "rouge-l": {
    expected: "Exports now keep every column and no longer stop at ten thousand rows.",
    output: "Exports keep all columns now, and they no longer stop at ten thousand rows.",
  },
  syntax: { expected: "", output: "```python\ndef add(a, b):\n    return a +\n```" },
  "sql-result": {
    expected: "SELECT name FROM customer WHERE city = 'Lisbon' ORDER BY name",
    output: "```sql\nSELECT name FROM customer ORDER BY name;\n```",
  },
  "javascript-tests": {
    expected: "",
    output: "```js\nfunction add(a, b) {\n  return a + Math.abs(b);\n}\n```",
  },
  "custom-javascript": { expected: "invoice total Lisbon", output: "The total of the invoice is 42." },
};

/** An example for a kind that shows what it does before anything is typed. */
export function startingExample(kind: string): TypedExample {
  const example = Object.hasOwn(byKind, kind) ? byKind[kind] : undefined;
  return { input: "", expected: "", output: "", ...example };
}
