const FIRST = 'hi|hey|hello|please|pls|um|ok|okay|so|but|and|then|actually';
const TO_ME = '(?:ring|call|phone|text|message|write to|talk to|speak to|(?:come and |come )?see|visit)';
const LAST =
  'please|pls|plz|now|today|tonight|tomorrow|tmrw|soon|again|instead|first|alone|on my own|about (?:it|this|that|something)|x+';
const ASKS: readonly string[] = [
  '(?:can|could|may) (?:i|we) (?:please |pls |just )?(?:talk|speak|chat|see|ring|call|phone|text|message)(?: to| with)? (?:my )?(\\p{L}+)',
  "(?:i (?:really |just )?(?:want|wanna|need|would like)(?: to)?|id like to|i'd like to) (?:talk|speak|chat|see)(?: to| with)? (?:my )?(\\p{L}+)",
  `(?:can|could|will|would) (?:my )?(\\p{L}+) (?:please |pls |just )?${TO_ME} me`,
  '(?:ga i|gaf i|alla i|dw i eisiau|dwi eisiau|dwi isio) siarad (?:efo|hefo|gyda|â|a) (?:fy )?(\\p{L}+)',
];
const PATTERN = new RegExp(`^(?:(?:${FIRST}) )*(?:${ASKS.join('|')})(?: (?:${LAST}))*$`, 'u');

/**
 * Whom a whole message asks to talk to, in plain form: "can i talk to martin", "could my mentor ring me". Null: nobody.
 * Whether that is one of ours is for the caller to know.
 */
export function asksForOne(said: string): string | null {
  return (
    PATTERN.exec(said)
      ?.slice(1)
      .find((name) => name !== undefined) ?? null
  );
}
