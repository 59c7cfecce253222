import { expect, test } from "vitest";
import { onAbort } from "./on-abort.ts";

test("every action of a signal is called once, and none that was taken back", () => {
  const controller = new AbortController();
  const called: string[] = [];
  onAbort(controller.signal, () => called.push("first"));
  const takeBack = onAbort(controller.signal, () => called.push("taken back"));
  onAbort(controller.signal, () => called.push("third"));
  takeBack();
  controller.abort();
  controller.abort();
  expect(called).toEqual(["first", "third"]);
});

test("an action may take back another one that has not been called yet", () => {
  const controller = new AbortController();
  const called: string[] = [];
  onAbort(controller.signal, () => takeBack());
  const takeBack = onAbort(controller.signal, () => called.push("taken back"));
  controller.abort();
  expect(called).toEqual([]);
});

test("signals do not share actions", () => {
  const [one, other] = [new AbortController(), new AbortController()];
  const called: string[] = [];
  onAbort(one.signal, () => called.push("one"));
  onAbort(other.signal, () => called.push("other"));
  one.abort();
  expect(called).toEqual(["one"]);
});
