import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { graderKinds } from "#lib/graders/registry.ts";
import type { ConfigFormProps } from "../config-form-props.ts";
import { EmbeddingSimilarityForm } from "./embedding-similarity-form.tsx";
import { JudgeFactualityForm } from "./judge-factuality-form.tsx";
import { JudgePairwiseForm } from "./judge-pairwise-form.tsx";
import { JudgeRubricForm } from "./judge-rubric-form.tsx";
import { MeaningChoicesProvider } from "./meaning-choices.tsx";
import { JudgedListForm, RetrievalForm } from "./retrieval-form.tsx";
import { WebhookForm } from "./webhook-form.tsx";

const choices = {
  models: [
    { versionId: "v-1", name: "Small", number: 3, isNewest: true, source: "gpt-small through Office" },
    { versionId: "v-2", name: "Large", number: 1, isNewest: true, source: "gpt-large through Office" },
  ],
  connections: [{ id: "c-1", name: "Office" }],
  makeSecret: null,
  scorePairs: null,
  scoreLabelledAnswers: null,
  labelledRuns: [{ id: "r-1", number: 7, datasetName: "Tickets", labels: 40 }],
};

const forms: Record<string, unknown> = {
  webhook: WebhookForm,
  "embedding-similarity": EmbeddingSimilarityForm,
  "judge-rubric": JudgeRubricForm,
  "judge-factuality": JudgeFactualityForm,
  "judge-pairwise": JudgePairwiseForm,
  faithfulness: RetrievalForm,
  "context-precision": RetrievalForm,
  "context-recall": RetrievalForm,
  "answer-relevance": JudgedListForm,
};
const remote = graderKinds.filter(({ execution }) => execution === "remote");

test.each(remote.map((kind) => [kind.kind, kind] as const))(
  "%s has a form for its defaults",
  (name, kind) => {
    // Each form gets the defaults of its own kind, which the compiler cannot see here.
    const Form = forms[name] as ComponentType<ConfigFormProps<unknown>>;
    const page = renderToStaticMarkup(
      <MeaningChoicesProvider choices={choices}>
        <Form
          config={kind.defaults}
          errors={{ judges: "Choose the model that judges." }}
          onChange={() => undefined}
        />
      </MeaningChoicesProvider>,
    );
    expect(page).toContain("<label");
    if (Object.hasOwn(Object(kind.defaults), "judges")) {
      expect(page).toContain("Small v3: gpt-small through Office");
      expect(page).toContain("Choose the model that judges.");
    }
  },
);
