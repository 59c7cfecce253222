export type ConfigFormProps<Config> = {
  config: Config;
  onChange: (config: Config) => void;
  /** Messages by setting: `pattern`, `fields.0.path`. */
  errors: Readonly<Record<string, string>>;
};
