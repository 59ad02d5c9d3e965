const FIRST = 'hi|hey|hello|please|pls|um|ok|okay|so|but|and|then|actually|just';
const TO_ME = '(?:ring|call|phone|text|message|write to|talk to|speak to|chat to|(?:come and |come )?see|visit)';
const LAST =
  'please|pls|plz|now|rn|today|tonight|tomorrow|tmrw|soon|again|instead|first|alone|on my own|about (?:it|this|that|something)|back|later|asap|when (?:you|u|they) (?:can|get this)|(?:at|around|about|after|before) (?:\\d{1,2}(?:[.:]\\d\\d)? ?(?:am|pm)?|half \\p{L}+|lunch|school|tea|work)|x+';
const WANT = '(?:i )?(?:really |just )*(?:want|wanna|need|would like)';
const WELSH_FIRST = 'helo|haia|plis|ond|a|iawn|felly|jyst';
const WELSH_LAST = 'plis|nawr|rwan|heno|heddiw|yfory|fory|os gwelwch yn dda|am (?:hyn|hwn|y peth|rywbeth)';
const WITH = '(?:efo|hefo|gyda|gydag|â|a|ag)';
const MAY_I =
  "(?:ga i|gaf i|alla i|gawn ni|(?:rydw|dw|dwi|rwy)(?: i)?(?:'n)? ?(?:yn )?(?:eisiau|isio|isho|moyn|angen)|hoffwn i)";
/** No name, but anybody who is a person. "Someone else" is not whoever is there, and "an adult" may be any. */
const ANYBODY =
  '(?:(?:some|any) ?(?:one|body)(?: real)?|(?:a |an )?(?:(?:real|actual) )?(?:person|human)|rhywun(?: go iawn)?|unrhyw un|ph?erson(?: go iawn)?)';

/** Anybody but whom they have now: who they are used to is never told that they were not wanted. */
const SOMEBODY_ELSE =
  '(?:(?:some|any) ?(?:one|body) (?:else|different|new)|(?:an ?other|a (?:different|new)|any other|some other|the other) (?:person|adult|worker|mentor|one)|a (?:woman|lady|girl|man|female|male)(?: one| person| worker| mentor)?|(?:rhywun|person|oedolyn|gweithiwr|mentor) (?:arall|gwahanol))';

/** A whole message, in plain form, that asks to talk to `whom`, in English and Welsh. */
function asking(whom: string): RegExp {
  const one = `(?:my |fy )?${whom}`;
  const asks = [
    `(?:can|could|may|how (?:can|do)) (?:i|we) (?:please |pls |just )?(?:talk|speak|chat|see|ring|call|phone|text|message)(?: to| with)? ${one}`,
    `(?:${WANT}(?: to)?|id like to|i'd like to|let me|is it ok(?:ay)? (?:if i|to)) (?:talk|speak|chat|see)(?: to| with)? ${one}`,
    `${WANT} ${one} to (?:${TO_ME} me|(?:talk|speak|chat) (?:to|with))`,
    `(?:can|could|will|would) ${one} (?:please |pls |just )?${TO_ME} me`,
    `(?:can|could|will|would) (?:you|u) (?:please |pls )?(?:get|ask|tell) ${one} to ${TO_ME} me`,
    `${MAY_I} (?:siarad|sgwrsio) ${WITH} ${one}`,
    `(?:all|gall|wnaiff|neith|gaiff) ${one} (?:fy )?(?:ffonio|galw|tecstio|siarad ${WITH})(?: (?:fi|mi|i))?`,
  ];
  return wholeOf(asks);
}

function wholeOf(asks: readonly string[]): RegExp {
  return new RegExp(`^(?:(?:${FIRST}|${WELSH_FIRST}) )*(?:${asks.join('|')})(?: (?:${LAST}|${WELSH_LAST}))*$`, 'u');
}

const NAME = '(\\p{L}+)';
const ASKS_FOR_ONE = asking(NAME);
const ASKS_IF_THERE = wholeOf([
  `is (?:my )?${NAME} (?:there|here|awake|up|around|about|in|on|online|free|available|working|on call)`,
  `(?:ydi|ydy|yw|di) (?:fy )?${NAME} (?:yna|yno|yma|ar gael|i mewn|ar alwad|o gwmpas|yn gweithio|ar ei thraed|ar ei draed)`,
]);

/** A whole message that asks for somebody other than whom they have: "can i talk to someone else, not a man". */
export const ASKS_FOR_SOMEBODY_ELSE = asking(SOMEBODY_ELSE);

const RING_ME = wholeOf([
  '(?:(?:can|could|will|would) (?:you|u|ya|yous) )?(?:please |pls |just )*(?:ring|call|phone) me',
  '(?:(?:allwch|elli|gelli|fedri|alli|fedrwch) (?:chi |di )?)?(?:plis )?(?:fy )?(?:ffonio|galw|ffonia|ffoniwch)(?: (?:fi|mi|i))',
]);

/** A whole message that asks to talk to somebody, whoever it is: "can i talk to someone", "all rhywun ffonio fi". */
export const ASKS_FOR_ANYBODY = new RegExp(
  `${asking(ANYBODY).source}|${
    wholeOf([
      'is there (?:some|any) ?(?:one|body) (?:(?:who |that )?i (?:can|could)|to) (?:talk|speak|chat) (?:to|with)',
      `oes (?:rhywun|unrhyw un) (?:y )?(?:alla i|ga i|gallaf|i) siarad ${WITH}(?: nhw)?`,
    ]).source
  }|${RING_ME.source}`,
  'u',
);

/**
 * Whom a whole message asks to talk to, in plain form: "can i talk to martin", "could my mentor ring me". Null: nobody.
 * Whether that is one of ours is for the caller to know.
 */
export function asksForOne(said: string): string | null {
  return whomIn(ASKS_FOR_ONE, said);
}

/** Of whom a whole message asks whether they are there: "is martin in", "ydi alun yna". Null: of nobody. */
export function asksIfOneIsThere(said: string): string | null {
  return whomIn(ASKS_IF_THERE, said);
}

function whomIn(pattern: RegExp, said: string): string | null {
  const found = pattern.exec(said);
  return found?.slice(1).find((name) => name !== undefined) ?? null;
}
