/**
 * The text with `inserted` where the cursor of the text area with this id is, or at the end when it has none.
 * Puts the cursor behind it once the new text is shown.
 */
export function insertAtCursor(id: string, text: string, inserted: string): string {
  const area = document.getElementById(id);
  const isArea = area instanceof HTMLTextAreaElement;
  const start = isArea ? area.selectionStart : text.length;
  const end = isArea ? area.selectionEnd : text.length;
  if (isArea) {
    const after = start + inserted.length;
    requestAnimationFrame(() => {
      area.focus();
      area.setSelectionRange(after, after);
    });
  }
  return text.slice(0, start) + inserted + text.slice(end);
}
