/** `confidence` is between 0 and 1, or null where the method has none. */
type Prediction = { output: string; confidence: number | null };

/** A baseline that is ready to answer: pure, deterministic, and never throwing on any input. */
export type Predictor = { predict(input: unknown): Prediction };

/** A case to learn from, as stored. */
export type TrainingExample = { input: unknown; expected: unknown };
