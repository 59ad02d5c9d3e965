/** Words as they are compared here: small letters, straight apostrophes, single spaces, nothing at either end. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** More words than this tell a story; whoever merely holds the phone is short. */
const LONGEST_WORDS = 16;

const ADULTS =
  '(?:step ?)?(?:mum|mom|mam|mummy|dad|daddy|mother|father)|nan|nana|gran|grandma|grandad|carer|foster (?:mum|dad|carer)|aunt|auntie|aunty|uncle|sister|brother|boyfriend|girlfriend|bf|gf|partner|husband|cousin';
const THEIRS = "(?:her|his|their|NAME(?:'s|s)?)";

/** `NAME` stands for the first name of the young person whose number it is. */
const SAYINGS: readonly string[] = [
  '^(?:\\S+ ){0,6}(?:the |a )?wrong (?:number|num|no|person)(?: mate| love| sorry| pal| bro| hun| x| here)*$',
  '^(?:sorry |hi |hello )*wrong (?:number|num|person)\\b',
  "\\b(?:you've|you have|youve|u|you|u've) (?:have |got |have got )+the wrong (?:number|num|person)\\b",
  "\\b(?:this|it) (?:is not|isn't|isnt|ain't|aint|not|is no longer|isn't even) (?:NAME|(?:her|his|their) (?:phone|number|mobile))\\b",
  "\\b(?:i'm|im|i am) not NAME\\b",
  '^(?:sorry |hi |hello )*not NAME(?: sorry| mate)*$',
  '\\b(?:no ?one|nobody|no one here) (?:here )?(?:is )?called NAME\\b|\\bno NAME here\\b',
  "\\b(?:don't|dont|do not) know (?:a|any|anyone called|who) NAME\\b|^who(?:'s| is|s) NAME$",
  "\\bNAME (?:doesn't|doesnt|does not|no longer|hasn't|hasnt) (?:have|has|got|use|uses|own|owns) this (?:phone|number|mobile)\\b",
  '\\bthis (?:is|was) (?:a |my )?(?:new number|my number now|my phone now)\\b.*\\bNAME\\b',
  `^(?:hi |hello |hiya )*(?:this is|it's|its|it is) ${THEIRS} (?:${ADULTS})(?: (?:who|why|what|stop|leave|here|speaking|texting|on|dont|don't|do not|she|he|NAME|and who)\\b.*)?$`,
  `\\b(?:stop|why (?:are|r) (?:you|u)|who(?:'s| is|s)) (?:texting|messaging|contacting) my (?:daughter|son|child|kid|girl|boy|girlfriend|boyfriend|sister|brother|step ?(?:daughter|son))\\b`,
  '^(?:sori |helo )*(?:rhif anghywir|nid NAME (?:ydw i|yw hwn|sy yma))\\b',
];

/**
 * Whether a text says that the phone is not, or not now, in the hands of the young person it belongs to ("wrong
 * number", "this isn't jade", "this is her mum, who is this?"). Where an urgent concern is open, a disclosure taken
 * back whole counts as well: somebody else may be holding the phone. A guess for a human to look at, never a verdict.
 */
export function hearNotTheirs(
  text: string,
  about: { readonly name: string | null; readonly urgentOpen: boolean },
): boolean {
  const said = plain(text);
  if (said === '' || said.split(' ').length > LONGEST_WORDS) return false;
  if (about.urgentOpen && TAKEN_BACK.test(said)) return true;
  const name = about.name === null ? '(?!)' : plain(about.name).replace(/[^\p{L}\p{N}' ]/gu, '');
  return SAYINGS.some((one) => new RegExp(one.replaceAll('NAME', name), 'u').test(said));
}

const TAKEN_BACK =
  /^(?:\S+ ){0,4}(?:was|were|is|only|just) (?:all |only |just )*(?:a )?(?:joke|joking|kidding|prank)\b.*\b(?:delete|ignore|forget)\b|^(?:\S+ ){0,2}jok(?:e|ing) (?:\S+ ){0,2}(?:delete|ignore|forget)\b/u;
