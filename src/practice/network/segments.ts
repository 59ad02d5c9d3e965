const GSM_7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Written as an escape and a letter: they count twice. */
const GSM_7_EXTENDED = '^{}\\[~]|€\f';

/** How many parts a text travels in: 160 septets alone, 153 in a chain; with anything outside GSM-7, 70 and 67. */
export function countSegments(text: string): number {
  const characters = [...text];
  const plain = characters.every((character) => GSM_7.includes(character) || GSM_7_EXTENDED.includes(character));
  if (!plain) return parts(text.length, 70, 67);
  const extended = characters.filter((character) => GSM_7_EXTENDED.includes(character)).length;
  return parts(characters.length + extended, 160, 153);
}

function parts(length: number, alone: number, chained: number): number {
  return length <= alone ? 1 : Math.ceil(length / chained);
}
