import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { graderKind } from "#lib/graders/registry.ts";
import { formSpecs } from "../specs/form-specs.ts";
import { FieldsForm } from "./fields-form.tsx";

const unchanged = () => undefined;

test.each(Object.entries(formSpecs))(
  "the form of %s shows its fields and the errors beside them",
  (kind, spec) => {
    const config = Object(graderKind(kind).defaults);
    const errors = Object.fromEntries(spec.fields.map(({ name }) => [`${name}.0`, `Wrong: ${name}`]));
    const html = renderToStaticMarkup(
      <FieldsForm spec={spec} config={config} onChange={unchanged} errors={errors} />,
    );
    for (const { name, visibleWhen } of spec.fields) {
      const isShown = visibleWhen === undefined || visibleWhen.is.includes(config[visibleWhen.name]);
      expect(html.includes(`Wrong: ${name}<`), name).toBe(isShown);
    }
  },
);

test("a setting that is hidden appears when the one it hangs on is chosen", () => {
  const spec = formSpecs.contains;
  if (spec === undefined) throw new Error("There is no form for the kind contains.");
  const shown = (source: string) =>
    renderToStaticMarkup(
      <FieldsForm spec={spec} config={{ source, texts: ["red", "blue"] }} onChange={unchanged} errors={{}} />,
    );
  expect(shown("expected")).not.toContain("red\nblue");
  expect(shown("config")).toContain("red\nblue");
});
