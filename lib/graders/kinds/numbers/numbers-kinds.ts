import { numeric } from "./numeric.ts";

export const numbersKinds = [numeric] as const;
