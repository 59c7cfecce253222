import type { SampleDataset } from "./sample-dataset.ts";

export const releaseNotes: SampleDataset = {
  name: "Release notes",
  description: "One or two sentences that tell customers what a release means for them, for 60 sets of release notes.",
  file: "release-notes.jsonl",
  note: "First version, as written.",
  graders: [
    { name: "Summary overlap", kind: "rouge-l", config: { measure: "f1", stem: true }, threshold: 0.25 },
    { name: "Shared words", kind: "token-f1", config: {}, threshold: 0.3, weight: 0 },
  ],
  models: [
    {
      name: "First sentence (release notes)",
      builtInKind: "lead-n",
      builtInConfig: { unit: "sentences", count: 1, inputField: "notes" },
      trained: false,
    },
    {
      name: "First three sentences (release notes)",
      builtInKind: "lead-n",
      builtInConfig: { unit: "sentences", count: 3, inputField: "notes" },
      trained: false,
    },
  ],
  runSplits: ["held_out", "fresh"],
};
