/** A reason why Touchstone cannot start, in one sentence for the terminal. Printed without a stack. */
export class StartUpError extends Error {
  override readonly name = "StartUpError";
}
