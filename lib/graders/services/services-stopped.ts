/** No new calls may be made: the run halts, and what is not judged yet is judged by whoever goes on with it. */
export class ServicesStopped extends Error {
  override readonly name = "ServicesStopped";

  constructor() {
    super("Grading was stopped before the answer was judged.");
  }
}
