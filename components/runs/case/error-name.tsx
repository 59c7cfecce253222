import {
  type AttemptError,
  errorClassMeaning,
  errorCodeOf,
  errorNameOf,
} from "#lib/runs/attempts/error-class.ts";

/** What went wrong in words, with the code that filters and exports know it by. */
export function ErrorName({ error, className }: { error: AttemptError; className?: string }) {
  const code = errorCodeOf(error);
  if (code === null) return <span className={className}>Unknown error</span>;
  return (
    <span title={errorClassMeaning(code) ?? undefined}>
      <span className={className}>{errorNameOf(error)}</span>{" "}
      <code className="font-mono font-normal text-muted text-xs">{code}</code>
    </span>
  );
}
