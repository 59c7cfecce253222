/** Look of every control that text is typed into or picked from. */
export const CONTROL_STYLE =
  "w-full min-w-0 rounded-md border border-control bg-raised text-sm text-text transition-colors duration-100 hover:border-faint focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-55 [&[readonly]]:bg-sunken aria-invalid:border-negative aria-invalid:outline-negative";
