import { CodeBlock } from "#components/ui/display/code-block.tsx";
import { CheckList } from "./check-list.tsx";
import { fieldVerdicts } from "./field-verdicts.ts";
import { SqlTables } from "./sql-tables.tsx";
import { sqlTablesOf } from "./sql-tables-of.ts";
import { scriptDetailOf } from "./test-results-of.ts";

/** The detail of a grade in the form that fits it; nothing for a form that is not known here. */
export function GradeDetail({ detail }: { detail: unknown }) {
  const tables = sqlTablesOf(detail);
  if (tables !== null) return <SqlTables tables={tables} />;
  const fields = fieldVerdicts(detail);
  if (fields !== null) {
    const rows = fields.map(({ path, matched, note }) => ({ name: path, passed: matched, note }));
    return <CheckList label="Fields" rows={rows} />;
  }
  const script = scriptDetailOf(detail);
  if (script === null) return null;
  const tests = script.tests.map(({ name, passed, message }) => ({ name, passed, note: message ?? "" }));
  return (
    <>
      {tests.length > 0 && <CheckList label="Tests" rows={tests} />}
      {script.console.length > 0 && (
        <CodeBlock title="Console" code={script.console.join("\n")} maxHeight="10rem" wrap />
      )}
    </>
  );
}

/** Whether `GradeDetail` shows something for it. */
export function hasDetailView(detail: unknown): boolean {
  return sqlTablesOf(detail) !== null || fieldVerdicts(detail) !== null || scriptDetailOf(detail) !== null;
}
