import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatBytes } from "./format-bytes.ts";
import { formatCount, formatScore } from "./format-count.ts";
import { formatDuration } from "./format-duration.ts";
import { formatInterval } from "./format-interval.ts";
import { formatMicroUsd } from "./format-micro-usd.ts";
import { formatMs } from "./format-ms.ts";
import { formatPercent, formatPercentagePoints } from "./format-percent.ts";
import { formatSigned } from "./format-signed.ts";

const plain = (text: string | null) => text?.replaceAll("\u202f", " ").replaceAll("\u2212", "-");

describe("numbers a reader sees", () => {
  test.each([
    ["count", formatCount(1204), "1,204"],
    ["count of nothing", formatCount(null), "–"],
    ["score", formatScore(0.5), "0.50"],
    ["percent", formatPercent(0.9137), "91.4 %"],
    ["percent of one", formatPercent(1), "100.0 %"],
    ["percent without decimals", formatPercent(0.005, 0), "1 %"],
    ["no negative zero", formatPercent(-0.0001), "0.0 %"],
    ["points up", formatPercentagePoints(0.031), "+3.1 pp"],
    ["points down", formatPercentagePoints(-0.031), "-3.1 pp"],
    ["points that round to zero", formatPercentagePoints(0.0001), "0.0 pp"],
    ["signed", formatSigned(0.42), "+0.42"],
    ["interval", formatInterval([0.886, 0.934]), "[88.6, 93.4]"],
    ["plain interval", formatInterval([1.5, 2], { unit: "plain", digits: 1 }), "[1.5, 2.0]"],
    ["signed interval", formatInterval([-0.011, 0.052], { sign: "always" }), "[-1.1, +5.2]"],
    ["half an interval", formatInterval([0.5, null]), undefined],
    ["latency", formatMs(412.3), "412 ms"],
    ["short latency", formatMs(3.25), "3.3 ms"],
    ["latency of a local model", formatMs(0.036), "0.04 ms"],
    ["no latency", formatMs(0), "0 ms"],
    ["long latency", formatMs(12_300), "12.3 s"],
    ["latency at the change of unit", formatMs(9_999.9), "10.0 s"],
    ["dollars", formatMicroUsd(1_234_567), "$1.23"],
    ["fractions of a cent", formatMicroUsd(4_200), "$0.0042"],
    ["a millionth", formatMicroUsd(1), "$0.000001"],
    ["less than a millionth", formatMicroUsd(0.2), "<$0.000001"],
    ["free", formatMicroUsd(0), "$0.00"],
    ["unknown price", formatMicroUsd(null), "unknown"],
    ["refund", formatMicroUsd(-2_500_000), "-$2.50"],
    ["instant", formatDuration(0), "0 s"],
    ["under ten seconds", formatDuration(840), "0.8 s"],
    ["rounds into seconds", formatDuration(9_990), "10 s"],
    ["rounds into a minute", formatDuration(59_700), "1 min"],
    ["minutes", formatDuration(200_000), "3 min 20 s"],
    ["hours", formatDuration(3_840_000), "1 h 4 min"],
    ["days", formatDuration(90_000_000), "1 d 1 h"],
    ["clock went backwards", formatDuration(-5), "0 s"],
    ["bytes", formatBytes(512), "512 B"],
    ["megabytes", formatBytes(1_234_567), "1.2 MB"],
    ["rounds into the next unit", formatBytes(999_600), "1.0 MB"],
  ])("%s", (_name, actual, expected) => {
    expect(plain(actual) ?? undefined).toBe(expected);
  });

  test("no input prints NaN, Infinity or a negative zero", () => {
    const formats = [
      formatCount,
      formatPercent,
      formatPercentagePoints,
      formatSigned,
      formatMs,
      formatMicroUsd,
      formatDuration,
      formatBytes,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.double(), (format, value) => {
        const text = plain(format(value)) ?? "";
        expect(text).not.toMatch(/NaN|Infinity|∞|^-0(\.0+)?( |$)/);
        expect(text.length).toBeGreaterThan(0);
      }),
    );
  });
});
