export type KeyPress = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
};

const NAMED_KEYS: Record<string, string> = { esc: "escape", space: " ", plus: "+" };

/**
 * Whether a key press is the chord, for example "j", "?", "shift+j" or "mod+k"; `mod` is Cmd on a Mac and Ctrl elsewhere.
 * Letters are also matched by their place on the keyboard when the layout writes no Latin letters.
 */
export function matchesChord(press: KeyPress, chord: string, isMac: boolean): boolean {
  const parts = chord === "+" ? ["+"] : chord.toLowerCase().split("+");
  const wanted = parts.at(-1) ?? "";
  const modifiers = new Set(parts.slice(0, -1));
  const key = NAMED_KEYS[wanted] ?? wanted;

  const wantsCtrl = modifiers.has("ctrl") || (modifiers.has("mod") && !isMac);
  const wantsMeta = modifiers.has("mod") && isMac;
  if (press.ctrlKey !== wantsCtrl || press.metaKey !== wantsMeta) return false;
  if (press.altKey !== modifiers.has("alt")) return false;
  // A symbol such as "?" already says whether Shift is needed, and that differs between layouts.
  const isSymbol = key.length === 1 && !/[a-z]/.test(key);
  if (!isSymbol && press.shiftKey !== modifiers.has("shift")) return false;
  return pressedKey(press) === key;
}

function pressedKey(press: KeyPress): string {
  const key = press.key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const isForeignLetter = key.length === 1 && key.charCodeAt(0) > 127;
  return isForeignLetter && letter ? letter.toLowerCase() : key;
}
