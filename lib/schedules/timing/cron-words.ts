export const cronPresets = [
  { cron: "0 2 * * *", label: "Nightly, 02:00" },
  { cron: "0 7 * * 1-5", label: "Weekdays, 07:00" },
  { cron: "0 6 * * 1", label: "Weekly, Monday 06:00" },
  { cron: "0 * * * *", label: "Hourly" },
] as const;

const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A cron expression of a usual kind in words, and any other one as it is. */
export function cronWords(cron: string): string {
  const [minute = "", hour = "", ...rest] = cron.split(" ");
  const [dayOfMonth, month, weekday = ""] = rest;
  if (!/^\d+$/.test(minute) || dayOfMonth !== "*" || month !== "*") return cron;
  if (hour === "*" && weekday === "*") {
    return minute === "0" ? "Every hour" : `Every hour, ${minute} min past`;
  }
  if (!/^\d+$/.test(hour)) return cron;
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (weekday === "*") return `Every day at ${time}`;
  if (weekday === "1-5") return `Monday to Friday at ${time}`;
  const day = /^[0-7]$/.test(weekday) ? days[Number(weekday)] : undefined;
  return day === undefined ? cron : `Every ${day} at ${time}`;
}
