import { z } from "zod";
import { limitKind } from "./limit-kind.ts";

const MICRO_USD = 1_000_000;
const millisecondsSchema = z
  .number("Enter a number of milliseconds.")
  .min(0, "A limit is at least 0.")
  .max(86_400_000, "A limit is at most 86,400,000 ms, which is a day.");
const dollarsSchema = z
  .number("Enter an amount in US dollars.")
  .min(0, "A limit is at least 0.")
  .max(1_000, "A limit is at most 1,000 dollars for one answer.");

/** Limit in milliseconds, from sending the request to the end of the answer. */
export const latency = limitKind({
  kind: "latency",
  label: "Latency limit",
  explanation: "Passes when the whole answer arrived within the time you allow.",
  read: (facts) => facts.latencyMs,
  show: milliseconds,
  verb: "The answer took",
  noun: "The latency",
  limitSchema: millisecondsSchema,
  defaultLimit: 5_000,
});

/** Limit in milliseconds, from sending the request to the first piece of the answer. */
export const timeToFirstToken = limitKind({
  kind: "time-to-first-token",
  label: "Time to first token limit",
  explanation: "Passes when the first words of the answer arrived within the time you allow.",
  read: (facts) => facts.timeToFirstTokenMs,
  show: milliseconds,
  verb: "The first words came after",
  noun: "The time to the first token",
  limitSchema: millisecondsSchema,
  defaultLimit: 1_000,
});

/** Limit in US dollars for one answer, without what judging it costs. */
export const cost = limitKind({
  kind: "cost",
  label: "Cost limit",
  explanation: "Passes when the answer cost no more than you allow.",
  read: (facts) => (facts.costMicroUsd === null ? null : facts.costMicroUsd / MICRO_USD),
  show: dollars,
  verb: "The answer cost",
  noun: "The cost",
  limitSchema: dollarsSchema,
  defaultLimit: 0.01,
});

function milliseconds(value: number): string {
  return `${Math.round(value).toLocaleString("en-GB")} ms`;
}

/** As many digits as the amount needs, down to a millionth of a dollar. */
function dollars(value: number): string {
  return `$${value.toFixed(6).replace(/(\.\d\d\d*?)0+$/, "$1")}`;
}
