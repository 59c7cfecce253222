import { expect, test } from "vitest";
import { apiKeySchema, baseUrlSchema } from "./base-url-schema.ts";

test.each([
  ["http://localhost:11434/v1/", "http://localhost:11434/v1"],
  ["  https://api.openai.com/v1 ", "https://api.openai.com/v1"],
  ["HTTP://10.0.0.5:8000", "http://10.0.0.5:8000"],
  ["http://[::1]:8080/v1", "http://[::1]:8080/v1"],
  ["https://gateway.example.test/team//", "https://gateway.example.test/team"],
])("takes %s as %s", (text, expected) => {
  expect(baseUrlSchema.parse(text)).toBe(expected);
});

test.each([
  ["", "Enter the base URL"],
  ["localhost:11434", "starts with http"],
  ["not a url", "starts with http"],
  ["http://", "starts with http"],
  ["ftp://example.test", "starts with http"],
  ["file:///etc/passwd", "starts with http"],
  ["javascript:alert(1)", "starts with http"],
  ["http://user:secret@example.test/v1", "user name and password"],
  ["https://example.test/v1?key=1", "from the ? or #"],
  ["http://169.254.169.254/latest", "metadata service"],
  ["http://169.254.1.2", "metadata service"],
  ["http://2852039166/", "metadata service"],
  ["http://0xA9FEA9FE/", "metadata service"],
  ["http://0251.0376.0251.0376/", "metadata service"],
  ["http://169.254.169.254./", "metadata service"],
  ["http://[::ffff:169.254.169.254]/", "metadata service"],
  ["http://[64:ff9b::169.254.169.254]/", "metadata service"],
  ["http://[fe80::1]/", "metadata service"],
  ["http://[fd00:ec2::254]/", "metadata service"],
  ["http://[fd00:0ec2:0:0:0:0:0:254]/", "metadata service"],
  ["http://metadata.google.internal/", "metadata service"],
  [`http://example.test/${"x".repeat(600)}`, "at most 500"],
])("refuses %s", (text, message) => {
  const parsed = baseUrlSchema.safeParse(text);
  expect(parsed.error?.issues[0]?.message).toContain(message);
});

test.each(["two words", "line\nbreak", "umläut"])("refuses the key %j", (key) => {
  expect(apiKeySchema.safeParse(key).success).toBe(false);
});
