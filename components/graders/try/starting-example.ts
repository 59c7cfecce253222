export type TypedExample = {
  input: string;
  expected: string;
  output: string;
  /** JSON. Only for kinds that read it; the box has no field for it otherwise. */
  metadata?: string;
  /** What is known of the attempt, as JSON. Only for kinds that read it. */
  attempt?: string;
};

const invoice = '{"number": "RE-1042", "total": 1234.5}';

const question =
  '{"question": "When is the library open?", "context": ["The library is open from 9 to 18 on weekdays.", "The café closes at 17."]}';
const retrieved = {
  input: question,
  expected: "From 9 to 18 on weekdays.",
  output: "It is open from 9 to 18, also on Sundays.",
};

const summary = {
  expected: "Exports now keep every column and no longer stop at ten thousand rows.",
  output: "Exports keep all columns now, and they no longer stop at ten thousand rows.",
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
  "multiple-choice": { expected: "B", output: "The answer is (B), because the others are too old." },
  "starts-with": { expected: "Dear", output: "Dear customer, thank you for your letter." },
  "ends-with": { expected: "Kind regards", output: "It is on its way.\nKind regards" },
  "fuzzy-containment": { expected: "the Eiffel Tower", output: "It is the Eiffel tower!" },
  "quasi-exact": { expected: "the Eiffel Tower", output: "Eiffel tower." },
  "maximum-edits": { expected: "receive", output: "recieve" },
  "edit-similarity": { expected: "12 Main Street, Springfield", output: "12 Main St, Springfield" },
  "word-count": { expected: "", output: "A short answer." },
  "not-empty": { expected: "", output: " " },
  refusal: { expected: "", output: "I’m sorry, but I can’t help with that." },
  "math-equivalence": { expected: "1/2", output: "So the probability is \\boxed{50\\%}." },
  "json-equal": { expected: invoice, output: '{"total": 1234.50, "number": "RE-1042"}' },
  "list-match": { expected: '["red", "green", "blue"]', output: '["Blue", "red"]' },
  "yaml-validity": { expected: "", output: "name: Ada\nroles: [admin, editor]" },
  "xml-validity": { expected: "", output: "<order><total>12.50</order>" },
  "html-validity": { expected: "", output: "<p>A <b>bold</p> word</b>" },
  "tool-calls": {
    expected: '[{"name": "search", "arguments": {"query": "rooms"}}]',
    output: "Let me look.",
    attempt: '{"toolCalls": [{"name": "search", "arguments": {"query": "rooms", "page": 1}}]}',
  },
  "valid-tool-calls": {
    expected: "",
    output: '[{"name": "search", "arguments": {}}]',
    metadata: '{"tools": [{"name": "search", "parameters": {"type": "object", "required": ["query"]}}]}',
  },
  "step-count": { expected: "", output: '[{"name": "search"}, {"name": "book"}]' },
  citations: {
    expected: "",
    output: "Refunds take five days [1]. Shipping is free [3].",
    metadata: '{"sources": ["Refunds are paid within five working days.", "Shipping is free from 50 EUR."]}',
  },
  latency: { expected: "", output: "It is on its way.", attempt: '{"latencyMs": 4200}' },
  "time-to-first-token": {
    expected: "",
    output: "It is on its way.",
    attempt: '{"timeToFirstTokenMs": 600}',
  },
  cost: { expected: "", output: "It is on its way.", attempt: '{"costMicroUsd": 3100}' },
  "token-count": {
    expected: "",
    output: "It is on its way.",
    attempt: '{"promptTokens": 800, "completionTokens": 150}',
  },
  "finish-reason": { expected: "", output: "It is on its", attempt: '{"finishReason": "length"}' },
  "final-state": {
    expected: '{"status": "refunded", "amount": 20}',
    output: '{"status": "open", "amount": 20}',
  },
  "json-validity": { expected: "", output: invoice },
  "json-schema": { expected: "", output: invoice },
  "json-fields": { expected: invoice, output: '{"number": "RE-1042", "total": 1243.5}' },
  "token-f1": { expected: "in the winter of 1812", output: "It was the winter of 1812." },
  "squad-exact-match": { expected: "the winter of 1812", output: "The winter of 1812." },
  "rouge-l": summary,
  "rouge-1": summary,
  "rouge-2": summary,
  "rouge-l-sum": summary,
  chrf: summary,
  bleu: summary,
  ter: summary,
  "meteor-exact-and-stem": summary,
  "word-error-rate": summary,
  "stated-confidence": { expected: "billing", output: "billing\nConfidence: 0.8" },
  webhook: { expected: "refund", output: "We will send you a refund within five days." },
  "embedding-similarity": { expected: "The invoice is overdue.", output: "Payment for this bill is late." },
  "judge-rubric": { expected: "Lisbon", output: "The capital of Portugal is Lisbon." },
  "judge-factuality": { expected: "Lisbon", output: "Lisbon, which lies on the Tejo." },
  "judge-pairwise": { expected: "It is Lisbon.", output: "Lisbon." },
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
