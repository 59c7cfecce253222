import { AppError } from "#lib/errors/app-error.ts";

export function noSuchPrice(): AppError {
  return new AppError(
    "not-found",
    "There is no price with this id in this workspace. It may have been removed; reload the page.",
  );
}
