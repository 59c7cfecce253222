import { describe, expect, test } from "vitest";
import { type KeyPress, matchesChord } from "./match-shortcut.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("matchesChord", () => {
  test.each<[string, KeyPress, string, boolean, boolean]>([
    ["plain letter", press("j"), "j", false, true],
    ["other letter", press("k"), "j", false, false],
    ["caps lock", press("J"), "j", false, true],
    ["shift is another chord", press("J", { shiftKey: true }), "j", false, false],
    ["shift chord", press("J", { shiftKey: true }), "shift+j", false, true],
    ["browser's own Ctrl+J", press("j", { ctrlKey: true }), "j", false, false],
    ["mod is Ctrl", press("k", { ctrlKey: true }), "mod+k", false, true],
    ["mod is Cmd on a Mac", press("k", { metaKey: true }), "mod+k", true, true],
    ["Ctrl is not mod on a Mac", press("k", { ctrlKey: true }), "mod+k", true, false],
    ["question mark needs Shift on most layouts", press("?", { shiftKey: true }), "?", false, true],
    ["question mark without Shift", press("?"), "?", false, true],
    ["digit", press("1", { code: "Digit1" }), "1", false, true],
    ["Cyrillic layout", press("о", { code: "KeyJ" }), "j", false, true],
    ["AltGr letter is not the letter", press("j", { altKey: true }), "j", false, false],
    ["escape by its short name", press("Escape"), "esc", false, true],
    ["arrow", press("ArrowDown"), "ArrowDown", false, true],
    ["mod+enter", press("Enter", { ctrlKey: true }), "mod+enter", false, true],
    ["plus itself", press("+", { shiftKey: true }), "+", false, true],
  ])("%s", (_name, event, chord, isMac, expected) => {
    expect(matchesChord(event, chord, isMac)).toBe(expected);
  });
});
