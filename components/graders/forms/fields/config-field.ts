export type FieldOption = { value: string; label: string; hint?: string };

type FieldFacts<Name extends string> = {
  /** The setting of the configuration that it edits. */
  name: Name;
  label: string;
  hint?: string;
  /** Stands beside its neighbour where there is room for both. */
  half?: boolean;
  /** Shown only while another setting has one of these values; what is hidden keeps its value. */
  visibleWhen?: { name: Name; is: readonly (string | boolean)[] };
};

/** One setting of a kind of grader, described so that one form can show it. The comment says what the setting holds. */
export type ConfigField<Name extends string = string> = FieldFacts<Name> &
  /** One of the values. */
  (
    | { type: "choice"; options: readonly FieldOption[] }
    /** A list of some of the values. */
    | { type: "ticks"; options: readonly FieldOption[] }
    /** A boolean. */
    | { type: "checkbox" }
    /** A number, NaN while what is typed is none; null when it is `optional` and empty. */
    | { type: "number"; optional?: boolean }
    /** A text on one line; null when it is `optional` and empty. */
    | { type: "text"; optional?: boolean; mono?: boolean }
    /** A text on several lines; null when it is `optional` and empty. */
    | { type: "long-text"; rows?: number; optional?: boolean; mono?: boolean }
    /** A list of texts, typed one on each line. */
    | { type: "texts"; rows?: number }
    /** A JSON value; the typed text itself while that is not JSON, which the schema of the kind then refuses at this field. */
    | { type: "json"; rows?: number; optional?: boolean }
  );

/** The whole form of a kind. `Name` is a key of its configuration: a setting that it does not have cannot be named. */
export type FormSpec<Name extends string = string> = {
  /** A sentence above the fields. */
  note?: string;
  fields: readonly ConfigField<Name>[];
};
