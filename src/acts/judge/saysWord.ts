/** A word agreed face to face: anywhere in the text, in any spelling of case, as a whole word. */
export function saysWord(text: string, agreed: string | null): boolean {
  const word = agreed?.trim().toLowerCase();
  if (!word) return false;
  const said = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return said.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, ' ')} `);
}
