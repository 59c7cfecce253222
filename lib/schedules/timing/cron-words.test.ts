import { expect, test } from "vitest";
import { cronWords } from "./cron-words.ts";

test.each([
  ["0 2 * * *", "Every day at 02:00"],
  ["5 7 * * 1-5", "Monday to Friday at 07:05"],
  ["0 6 * * 1", "Every Monday at 06:00"],
  ["0 6 * * 7", "Every Sunday at 06:00"],
  ["0 * * * *", "Every hour"],
  ["30 * * * *", "Every hour, 30 min past"],
  ["*/5 * * * *", "*/5 * * * *"],
  ["0 2 1 * *", "0 2 1 * *"],
  ["0 8-18 * * *", "0 8-18 * * *"],
  ["0 6 * * mon", "0 6 * * mon"],
])("%s reads %s", (cron, words) => {
  expect(cronWords(cron)).toBe(words);
});
