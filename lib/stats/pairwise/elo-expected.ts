import { requireFinite } from "../guards/require-finite.ts";

/**
 * Expected score of the first player in Elo points: 1 / (1 + 10^((second - first) / 400)).
 *
 * Source: Elo 1978, The Rating of Chessplayers.
 * @throws RangeError when a rating is not finite.
 */
export function eloExpected(first: number, second: number): number {
  requireFinite([first, second], "ratings");
  return 1 / (1 + 10 ** ((second - first) / 400));
}
