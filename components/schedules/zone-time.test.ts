import { expect, test } from "vitest";
import { zoneTime } from "./zone-time.ts";

test.each([
  ["2026-11-22T01:00:00Z", "Europe/Berlin", "Sun 2026-11-22 02:00"],
  ["2026-10-25T00:30:00Z", "Europe/Berlin", "Sun 2026-10-25 02:30"],
  ["2026-11-22T01:00:00Z", "America/New_York", "Sat 2026-11-21 20:00"],
  ["2026-01-01T00:00:00Z", "UTC", "Thu 2026-01-01 00:00"],
])("%s in %s is %s", (iso, zone, text) => {
  expect(zoneTime(new Date(iso), zone)).toBe(text);
});
