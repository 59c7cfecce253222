const COLUMNS = [
  { names: "key", meaning: "the key of the case; required" },
  { names: "output", meaning: "the answer; required, may be empty" },
  { names: "repetition", meaning: "1 where there is none" },
  { names: "latency_ms, time_to_first_token_ms", meaning: "as measured where the answer was made" },
  { names: "prompt_tokens, completion_tokens", meaning: "as the provider counted them" },
  { names: "cost_usd or cost_micro_usd", meaning: "what the answer cost" },
  { names: "finish_reason", meaning: "why it ended, for example stop" },
];

/** What a file of answers may hold. */
export function FileColumns() {
  return (
    <details className="rounded-md border px-3 py-2">
      <summary className="cursor-pointer select-none text-muted text-sm">
        Columns: key and output, and what else may be there
      </summary>
      <dl className="mt-3 grid gap-x-4 gap-y-1.5 text-xs sm:grid-cols-[auto_1fr]">
        {COLUMNS.map(({ names, meaning }) => (
          <div key={names} className="contents">
            <dt className="font-mono">{names}</dt>
            <dd className="text-muted max-sm:mb-1">{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-muted text-xs">
        Capitals, spaces and dashes do not matter, and usual names such as id, response, latency and
        input_tokens are known too. Other columns are left out.
      </p>
    </details>
  );
}
