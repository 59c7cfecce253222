import { expect, test } from "vitest";
import { caseListParams, caseListQuery } from "./case-list-params.ts";

const nothing = {
  search: "",
  splits: [],
  tags: [],
  show: "all",
  version: null,
  sort: "position",
  direction: "ascending",
};

test.each([
  ["", {}],
  [
    "q=50%25&split=fresh&split=held_out&tag=a%2Cb&show=changed",
    { search: "50%", splits: ["held_out", "fresh"], tags: ["a,b"], show: "changed" },
  ],
  ["version=3&sort=key.desc", { version: 3, sort: "key", direction: "descending" }],
  ["version=-1&sort=evil&split=x&show=x&tag=", {}],
  ["version=99999999999", {}],
  [`q=${"a".repeat(900)}`, { search: "a".repeat(400) }],
])("reads %s", (address, expected) => {
  expect(caseListParams(new URLSearchParams(address))).toEqual({ ...nothing, ...expected });
});

test("writes what it reads", () => {
  const address = "version=3&q=a%26b&split=held_out&tag=x&tag=y%2Cz&show=archived&sort=key.desc";
  expect(caseListQuery(caseListParams(new URLSearchParams(address)))).toBe(address);
  expect(caseListQuery(caseListParams(new URLSearchParams()))).toBe("");
});
