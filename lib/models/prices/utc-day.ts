/** The day of a moment in UTC, as 2026-11-21. Prices and budgets change at midnight UTC. */
export function utcDay(at: Date): string {
  return at.toISOString().slice(0, 10);
}
