/** Lines of a text box: where the keyboard stands, and going there. */

/** The line that the keyboard stands in, from 1. */
export function lineOf(box: HTMLTextAreaElement): number {
  return box.value.slice(0, box.selectionStart).split('\n').length;
}

/** The line that an entry begins in, from 1. Null where the text has none of that id. */
export function lineOfEntry({ value }: HTMLTextAreaElement, entry: string): number | null {
  const at = value.split('\n').findIndex((line) => line.startsWith(' ') && line.trim().startsWith(`${entry}:`));
  return at < 0 ? null : at + 1;
}

/** Selects a line and brings it into sight; long lines are wrapped, so that their height has to be measured. */
export function selectLine(box: HTMLTextAreaElement, line: number): void {
  const lines = box.value.split('\n');
  const before = lines.slice(0, line - 1).join('\n');
  const start = line > 1 ? before.length + 1 : 0;
  box.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const mirror = box.cloneNode() as HTMLTextAreaElement;
  mirror.removeAttribute('id');
  mirror.className = `${box.className} desk-mirror`;
  mirror.style.width = `${box.offsetWidth}px`;
  mirror.value = before;
  box.after(mirror);
  box.scrollTop = Math.max(0, mirror.scrollHeight - box.clientHeight / 3);
  mirror.remove();
}
