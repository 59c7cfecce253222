import { expect, it } from "vitest";
import { csvLine } from "./serialise-csv.ts";

it.each<[unknown[], string]>([
  [["a", "b"], "a,b"],
  [["a,b", 'say "x"', "l1\nl2", "x;y"], '"a,b","say ""x""","l1\nl2","x;y"'],
  [["=1+1", "+1", "-1", "@a"], "'=1+1,'+1,'-1,'@a"],
  [["\t=1", "\r=1"], '"\'\t=1","\'\r=1"'],
  [["a=1", "'=1"], "a=1,'=1"],
  [[-5, -0.25, 1e21, true], "-5,-0.25,1e+21,true"],
  [[Number.NaN, Number.POSITIVE_INFINITY, null, undefined], ",,,"],
  [[{ a: 'x"' }, [1, 2]], '"{""a"":""x\\""""}","[1,2]"'],
  [[new Date(0), new Date(Number.NaN)], "1970-01-01T00:00:00.000Z,"],
  [[10n, () => 1], "10,"],
  [["\uD800"], "\uFFFD"],
  [[""], '""'],
  [["", ""], ","],
])("csvLine case %#", (cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});
