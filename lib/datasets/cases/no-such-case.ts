import { AppError } from "#lib/errors/app-error.ts";

export function noSuchCase(key: string): AppError {
  return new AppError("not-found", `There is no case with the key "${key}" in this dataset.`);
}
