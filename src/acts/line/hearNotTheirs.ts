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

const KIN =
  '(?:(?:little|lil|big|older|old|younger|twin|best|step|half|foster|baby) ?)*(?:mum|mom|mam|mummy|dad|daddy|mother|father|nan|nana|gran|grandma|grandad|carer|aunt|auntie|aunty|uncle|sister|sis|brother|bro|twin|boyfriend|girlfriend|bf|gf|partner|husband|cousin|friend|mate)';
/** Where they are, and that they cannot answer: not what they do to somebody. */
const IS_AWAY =
  "(?:'s|s| is| has|'ll)? (?:just |gone |still |fast |now )*(?:asleep|sleeping|sleepin|in (?:bed|the|trouble|hospital)|out|not (?:here|in|around|well)|busy|at (?:school|work|her|his)|gone|left (?:her|his|the|it)|grounded)\\b";
const THEIRS = "(?:her|his|their|NAME(?:'s|s)?)";

/** `NAME` stands for the first name of the young person whose number it is. */
const SHORT_SAYINGS: readonly string[] = [
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
  `^(?:hi |hello |hiya |hey )*(?:this is|it's|its|it is) (?:just |only )?${THEIRS} ${KIN}(?: (?:(?:and )?who(?:'s|s| is| are| r| this| u| you)|why|what|wot|stop|leave|here|speaking|texting|on (?:her|his|their|the)|dont|don't|do not|(?:she|he|NAME)${IS_AWAY})\\b.*)?$`,
  `\\bNAME${IS_AWAY}`,
  "\\b(?:on|using|got|have|found) NAME(?:'s|s) (?:phone|mobile|fone)\\b",
  `\\b(?:stop|why (?:are|r) (?:you|u)|who(?:'s| is|s)) (?:texting|messaging|contacting) my (?:daughter|son|child|kid|girl|boy|girlfriend|boyfriend|sister|brother|step ?(?:daughter|son))\\b`,
  '^(?:sori |helo )*(?:rhif anghywir|nid NAME (?:ydw i|yw hwn|sy yma))\\b',
];

/** Who they are, by the name of whose phone it is; whatever they go on to say. */
const INTRODUCTIONS: readonly string[] = [
  `^(?:hi |hello |hiya |hey )*(?:(?:this is|it's|its|it is|i'm|im|i am) )?(?:me |just |only )?(?:\\S+ )?NAME(?:'s|s) ${KIN}\\b(?! (?:is|was|has|says|said|told|hit|hits|got|went|did|does|came|just|keeps|who)\\b)`,
  `^(?:helo |haia )*(?:chwaer|brawd|mam|tad|nain|taid|ffrind|cariad) NAME (?:ydw i|sydd? yma|sy'n)\\b`,
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
  const name = about.name === null ? '(?!)' : plain(about.name).replace(/[^\p{L}\p{N}' ]/gu, '');
  const isSaid = (one: string) => new RegExp(one.replaceAll('NAME', name), 'u').test(said);
  if (INTRODUCTIONS.some(isSaid)) return true;
  if (said === '' || said.split(' ').length > LONGEST_WORDS) return false;
  return (about.urgentOpen && TAKEN_BACK.test(said)) || SHORT_SAYINGS.some(isSaid);
}

const TAKEN_BACK =
  /^(?:\S+ ){0,4}(?:was|were|is|only|just) (?:all |only |just )*(?:a )?(?:joke|joking|kidding|prank)\b.*\b(?:delete|ignore|forget)\b|^(?:\S+ ){0,3}(?:delete|ignore|forget) (?:\S+ ){0,4}(?:was|only|just) (?:all |only |just )*(?:a )?(?:joke|joking|kidding|prank)\b|^(?:\S+ ){0,2}jok(?:e|ing) (?:\S+ ){0,2}(?:delete|ignore|forget)\b/u;
