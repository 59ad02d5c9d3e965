/** Words as they are compared: small letters, no accents of style, no signs, single spaces. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\ufe0f?\u20e3/g, '')
    .replace(/(?<=\d)[.,](?=\d)/g, '\u0001')
    .replace(/[^\p{L}\p{N}'/\u0001 ]+/gu, ' ')
    .replace(/\u0001/g, '.')
    .replace(/\s+/g, ' ')
    .trim();
}
