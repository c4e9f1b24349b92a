/** Puts another text into a text field, so that the browser's own undo brings the former one back. */
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  field.select();
  // Marked as deprecated everywhere, and there is nothing else that keeps the history of a text field.
  const isDone = document.execCommand(text === "" ? "delete" : "insertText", false, text);
  if (!isDone && field.value !== text) {
    field.setRangeText(text, 0, field.value.length, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  field.setSelectionRange(0, 0);
  field.scrollTop = 0;
}

/** Copies a text; false when the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/** Where there is no clipboard for pages that come from a file. */
function copyFromField(text: string): boolean {
  const active = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (active instanceof HTMLElement) active.focus();
  return isDone;
}
