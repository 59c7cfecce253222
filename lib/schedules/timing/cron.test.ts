import { describe, expect, test } from "vitest";
import { cronProblem, isTimeZone, nextStart, nextStarts } from "./cron.ts";

const iso = (dates: Date[]) => dates.map((date) => date.toISOString().slice(0, 16));
const now = new Date("2026-11-21T12:00:00Z");

describe("daylight saving in Berlin", () => {
  test("a nightly start keeps its local time through the autumn change and comes once in the repeated hour", () => {
    const starts = nextStarts("30 2 * * *", "Europe/Berlin", new Date("2026-10-24T12:00:00Z"), 2);
    expect(iso(starts)).toEqual(["2026-10-25T00:30", "2026-10-26T01:30"]);
    // Asked in the second 02:30, which is the same local time again.
    const again = nextStart("30 2 * * *", "Europe/Berlin", new Date("2026-10-25T00:45:00Z"));
    expect(again?.toISOString()).toBe("2026-10-26T01:30:00.000Z");
  });

  test("a start in the hour that spring leaves out comes right after it", () => {
    const starts = nextStarts("0 2 * * *", "Europe/Berlin", new Date("2026-03-28T12:00:00Z"), 2);
    expect(iso(starts)).toEqual(["2026-03-29T01:00", "2026-03-30T00:00"]);
  });

  test("every hour is every hour, through both changes", () => {
    const autumn = nextStarts("0 * * * *", "Europe/Berlin", new Date("2026-10-24T23:30:00Z"), 4);
    expect(iso(autumn)).toEqual([
      "2026-10-25T00:00",
      "2026-10-25T01:00",
      "2026-10-25T02:00",
      "2026-10-25T03:00",
    ]);
    const spring = nextStarts("0 * * * *", "Europe/Berlin", new Date("2026-03-28T23:30:00Z"), 3);
    expect(iso(spring)).toEqual(["2026-03-29T00:00", "2026-03-29T01:00", "2026-03-29T02:00"]);
  });
});

test("a start is after the moment asked for, never at it", () => {
  const first = nextStart("0 7 * * 1-5", "UTC", new Date("2026-11-20T07:00:00Z"));
  expect(first?.toISOString()).toBe("2026-11-23T07:00:00.000Z");
});

test.each(["0 2 * * *", "*/15 8-18 * * mon-fri", "0 0 1,15 * *", "  5   4 * * 7 "])("%j is good", (cron) => {
  expect(cronProblem(cron, now)).toBeNull();
});

test.each([
  ["", "five fields"],
  ["0 2 * *", "five fields"],
  ["0 0 2 * * *", "five fields"],
  ["@daily", "five fields"],
  ["H 2 * * *", "five fields"],
  ["0 2 L * *", "five fields"],
  ["0 2 * * 5L", "five fields"],
  ["61 * * * *", "what cron allows"],
  ["0 2 31 2 *", "what cron allows"],
  ["0 2 * * someday", "what cron allows"],
])("%j is refused: %s", (cron, words) => {
  expect(cronProblem(cron, now)).toContain(words);
});

test.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["+02:00", false],
  ["Mars/Base", false],
  ["", false],
])("%j is a time zone: %s", (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});
