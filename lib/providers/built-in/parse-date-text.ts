export type DateOrder = "dmy" | "mdy";

const monthNames =
  "january february march april may june july august september october november december".split(" ");
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[t ])/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const dayThenMonthName = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/;
const monthNameThenDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;

/**
 * A calendar date as yyyy-mm-dd, or null if the text is none. Reads 2024-03-05, 5/3/2024 (by `order`; a number above 12
 * decides for itself), "5 March 2024" and "March 5, 2024" with English month names.
 */
export function parseDateText(text: string, order: DateOrder): string | null {
  const trimmed = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (trimmed.length > 40) return null;
  const iso = yearFirst.exec(trimmed);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = yearLast.exec(trimmed);
  if (numeric) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
    const monthIsFirst = second > 12 || (order === "mdy" && first <= 12);
    return monthIsFirst ? calendarDate(year, first, second) : calendarDate(year, second, first);
  }
  const dayFirst = dayThenMonthName.exec(trimmed);
  if (dayFirst) return calendarDate(Number(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const nameFirst = monthNameThenDay.exec(trimmed);
  if (nameFirst) return calendarDate(Number(nameFirst[3]), monthNumber(nameFirst[1]), Number(nameFirst[2]));
  return null;
}

function monthNumber(name = ""): number {
  if (name === "sept") return 9;
  return 1 + monthNames.findIndex((month) => month === name || month.slice(0, 3) === name);
}

/** Null for days that do not exist, such as 30 February. */
function calendarDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && month >= 1 ? date.toISOString().slice(0, 10) : null;
}
