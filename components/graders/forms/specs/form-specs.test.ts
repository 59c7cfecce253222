import { expect, test } from "vitest";
import { graderKind, graderKinds } from "#lib/graders/registry.ts";
import { formSpecs } from "./form-specs.ts";

const specs = Object.entries(formSpecs);

/** Forms that are components of their own. */
const byHand = ["json-fields"];

test("every inline kind has a form", () => {
  const kinds = graderKinds.filter(({ execution }) => execution === "inline").map(({ kind }) => kind);
  expect([...Object.keys(formSpecs), ...byHand].toSorted()).toEqual(expect.arrayContaining(kinds));
});

test.each(specs)("the form of %s has a field for each setting and no other", (kind, { fields }) => {
  const settings = Object.keys(Object(graderKind(kind).defaults));
  expect(fields.map((field) => field.name).toSorted()).toEqual(settings.toSorted());
});

test.each(specs)("the form of %s offers only values that its schema takes", (kind, { fields }) => {
  const { configSchema, defaults } = graderKind(kind);
  for (const field of fields) {
    if (field.type !== "choice" && field.type !== "ticks") continue;
    for (const { value } of field.options) {
      const setting = field.type === "ticks" ? [value] : value;
      const parsed = configSchema.safeParse({ ...Object(defaults), [field.name]: setting });
      const refused = parsed.error?.issues.some((issue) => issue.path[0] === field.name) ?? false;
      expect(refused, `${field.name}: ${value}`).toBe(false);
    }
  }
});

test.each(specs)("the form of %s names only settings of its own in its conditions", (_kind, { fields }) => {
  const names = fields.map((field) => field.name);
  for (const { visibleWhen } of fields) if (visibleWhen) expect(names).toContain(visibleWhen.name);
});
