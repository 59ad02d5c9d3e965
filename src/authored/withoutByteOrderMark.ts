/** A text without the byte order mark that some editors and spreadsheets set before it. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
