/** More than anybody writes at once; the box itself stops at 5,000. */
export const LONGEST_TEXT = 10_000;

/** A form sends line ends as CRLF and keeps what surrounds the words; neither is what was written. */
export function tidyText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
