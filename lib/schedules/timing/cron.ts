import { CronExpressionParser } from "cron-parser";

const fiveFields = /^[\d*,/A-Za-z-]+( [\d*,/A-Za-z-]+){4}$/;
/** What cron-parser understands beside the numbers and names of cron: words of other schedulers, and values drawn by chance. */
const otherDialects = /(^|[ ,])(L|H|LW|W)|\dL|\dW/i;
const horizonYears = 5;

/** White space of any amount separates the five fields. */
export function normaliseCron(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/**
 * The next `count` starts after `after`. In the hour that a clock change leaves out, a start comes at the first moment after it; in
 * the hour that it repeats, a fixed time comes once and an hourly one twice, so that "every hour" stays every hour.
 */
export function nextStarts(cron: string, timeZone: string, after: Date, count: number): Date[] {
  const expression = CronExpressionParser.parse(normaliseCron(cron), { currentDate: after, tz: timeZone });
  return expression.take(count).map((date) => date.toDate());
}

export function nextStart(cron: string, timeZone: string, after: Date): Date | null {
  return nextStarts(cron, timeZone, after, 1)[0] ?? null;
}

/** What is wrong with a cron expression and what to write instead, or null. */
export function cronProblem(cron: string, now: Date): string | null {
  const text = normaliseCron(cron);
  if (!fiveFields.test(text) || otherDialects.test(text)) {
    return "Write five fields: minute, hour, day of the month, month, day of the week. For example 0 2 * * * for every night at 02:00.";
  }
  try {
    const [next] = nextStarts(text, "UTC", now, 1);
    if (next === undefined || next.getUTCFullYear() > now.getUTCFullYear() + horizonYears) {
      return "No such moment comes in the next five years.";
    }
    return null;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return `One of the five fields does not hold what cron allows there (${detail}).`;
  }
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    // An offset ("+02:00") is accepted there, and knows no daylight saving.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
