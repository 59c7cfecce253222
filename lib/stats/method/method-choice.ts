import type { Method } from "./method-names.ts";

/** A correction for asking several questions at once, with how many they are. */
export type Adjustment = { method: Extract<Method, "holm" | "benjamini-hochberg">; family: number };

type Reason = {
  /** One sentence for the reader of a page. */
  why: string;
};

export type MethodChoice = Reason &
  (
    | { kind: "interval"; interval: Method; adjustment: Adjustment | null }
    | {
        kind: "comparison";
        test: Method;
        /** Of the difference. */
        interval: Method;
        /** A second opinion that makes fewer assumptions, where there is one. */
        check: Method | null;
        adjustment: Adjustment | null;
      }
    /** `overall` first; only if it finds a difference, every pair with `pairs` and the adjustment. */
    | { kind: "several"; overall: Method | null; pairs: Method; adjustment: Adjustment }
    | { kind: "trend"; chart: Method; drift: Method; alarm: Method; changePoint: Method }
    | { kind: "live"; check: Method | null; interval: Method; test: Method }
    | { kind: "refused" }
  );
