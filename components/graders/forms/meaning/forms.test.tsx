import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { graderKinds } from "#lib/graders/registry.ts";
import { ConfigForm } from "../config-form.tsx";
import { MeaningChoicesProvider } from "./meaning-choices.tsx";

const choices = {
  models: [
    { versionId: "v-1", name: "Small", number: 3, isNewest: true, source: "gpt-small through Office" },
    { versionId: "v-2", name: "Large", number: 1, isNewest: true, source: "gpt-large through Office" },
  ],
  connections: [{ id: "c-1", name: "Office" }],
  makeSecret: null,
  scorePairs: null,
};
const remote = graderKinds.filter(({ execution }) => execution === "remote");

test.each(remote.map((kind) => [kind.kind, kind] as const))(
  "%s has a form for its defaults",
  (_name, kind) => {
    const page = renderToStaticMarkup(
      <MeaningChoicesProvider choices={choices}>
        <ConfigForm
          kind={kind.kind}
          config={Object(kind.defaults)}
          errors={{ judges: "Choose the model that judges." }}
          onChange={() => undefined}
        />
      </MeaningChoicesProvider>,
    );
    expect(page).not.toContain("has no form here");
    if (Object.hasOwn(Object(kind.defaults), "judges")) {
      expect(page).toContain("Small v3: gpt-small through Office");
      expect(page).toContain("Choose the model that judges.");
    }
  },
);
