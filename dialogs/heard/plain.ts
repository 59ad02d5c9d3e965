/** Words as they are compared: small letters, straight apostrophes, no other signs, single spaces. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\ufe0f?\u20e3/g, '')
    .replace(/[^\p{L}\p{N}'/. ]+/gu, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
