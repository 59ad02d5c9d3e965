import { plain } from './plain';

const KIN =
  '(?:step|foster|adoptive|real|birth|bio)?[ -]?(?:mum|mom|mam|mummy|mother|dad|daddy|father|parents?|carers?|family|brother|sister)|nan|nana|nanny|gran|granny|grandma|grandad|grandparents|aunt|auntie|aunty|uncle|cousin|boyfriend|girlfriend|bf|gf|partner|guardian';
const OFFICE =
  "social workers?|social services|social care|key ?workers?|support workers?|care home|children's home|staff|police|feds|cops|school|college|teachers?|head ?teacher|head of year|tutor|form tutor|senco|doctor|gp|nurse|hospital|camhs|court|judge|yot|council";
const NOT_HERE = 'any(?:one|body) else|any(?:one|body) at (?:my )?(?:home|school|college)';
const ONE = `(?:my |the |me |our |his |her |their )*(?:${NOT_HERE}|${KIN}|${OFFICE})`;
/** Somebody outside the service, by what they are to the young person: "my mum", "school and the police". */
const SOMEBODY = `${ONE}(?: (?:and|or|n|and then) ${ONE})*`;

/** Who would tell: we, or one of ours by name (`<name>`); "did he tell school" is about somebody else. */
const YOU = '(?:you|u|ya|yous|<name>)';
const ANY_OF_YOU = '(?:you|u|ya|yous|<name>|they|someone|somebody|anyone|anybody)';
const TELL =
  '(?:tell|telling|told|ring|ringing|rung|call|calling|called|phone|phoning|phoned|text|texting|texted|contact|contacting|contacted|message|messaging|messaged|email|emailing|inform|informing|speak to|speaking to|talk to|talking to|say (?:this|it|anything|something) to|involve|report (?:this|it|me) to|pass (?:this|it) on to)';
const TO = '(?:going to|gonna|gunna|gna|goin to|going 2|have to|need to|gotta|planning to|about to)';
const WILL = "(?:are|r|is|will|do|does|must|shall|won't|wont|don't|dont|aren't|arent)";
const HAVE = '(?:did|have|has|ave)';
const AFTER =
  "(?: (?:about|everything|anything|it|this|that|all|me|what|i|i've|ive|said|told|you|u|now|please|pls|plz|then|though|tho|tonight|today|tomorrow|first|too|as well|straight|away|lol|or not|right|yeah|yet|x+))*";
const LEADS_IN = 'so|and|but|wait|ok|okay|um|hey|hi|please|pls|plz|promise|just|then|also|omg|no|sorry|lol';
const BEFORE = `(?:(?:${LEADS_IN}) )*`;
/** "Dont tell" as it is said to us: not "i dont tell", nor "he said dont tell". */
const NOT = `(?<=^(?:(?:${LEADS_IN}) )*|\\b(?:please|pls|plz|but|and|just) )(?:don't|dont|do not|never)`;

/**
 * What stands before telling somebody. Together, for who is told is by far the longest part: written out after each of
 * them, it took a tenth of a second to make ready the first time a young person said anything.
 */
const BEFORE_TELLING: readonly string[] = [
  // "are you going to tell my mum", "will sam ring school", "have you told the police"; not "can you ring my mum"
  `${WILL} ${ANY_OF_YOU}(?: not)?(?: ${TO})?(?: be)?`,
  `(?:can|could) ${YOU} (?:please |pls )?not`,
  `${HAVE} ${YOU}(?: already)?`,
  `(?:you|u)(?: ${TO})(?: be)?`,
  // A plea is the same question: "please dont tell my mum"
  `${NOT}(?: be)?`,
  `(?:you|u) (?:can't|cant|cannot|mustn't|mustnt|better not|won't|wont)(?: be)?`,
];
const NOT_WANTED = "i (?:really )?(?:don't|dont|do not) want";

const ASKS: readonly string[] = [
  `(?:(?:${BEFORE_TELLING.join('|')}) ${TELL}|${NOT_WANTED} you to tell) ${SOMEBODY}`,
  // "will my mum find out", "does school have to know", "is my dad going to be told"
  `(?:${WILL}|can) ${SOMEBODY} (?:${TO} )?(?:find out|know|knows|get told|be told|told|hear|see|read|get (?:a )?(?:text|call|message|letter)|been told|found out)`,
  // "are you going to send police to my house"
  `${WILL} ${ANY_OF_YOU}(?: not)?(?: ${TO})?(?: be)? (?:send|sending|get|getting) ${SOMEBODY}(?: (?:to|round|over|out|here|my|our|the|house|home|flat|school|door|mine|ours))*`,
  `(?:who(?: else)?(?: ${WILL})? (?:you|u|they)(?: ${TO})?(?: be)? ${TELL}|who(?:'s|s| is| will| else)+ (?:${TO} |has to |gets to )?(?:know|find out|be told|hear|see (?:it|this)))`,
  // "please dont let my mum know", "i dont want school to know", "my dad cant find out"
  `${NOT} let ${SOMEBODY} (?:know|find out|see)`,
  `${NOT_WANTED} ${SOMEBODY} (?:to (?:know|find out|be told|hear|see)|knowing|finding out|told)`,
  `${SOMEBODY} (?:can't|cant|cannot|mustn't|mustnt|must not) (?:know|find out|be told|see)`,
];

const WELSH_SOMEBODY =
  "(?:fy |yr |y |fo |ei |'r |'n |ein )*(?:llys|maeth )?(?:[mf]h?am|tad|nhad|dad|rhieni|theulu|teulu|heddlu|ysgol|hathro|athro|athrawes|athrawon|gweithiwr cymdeithasol|ngweithiwr cymdeithasol|gwasanaethau cymdeithasol|gofalwr|gofalwraig|ngofalwr|nain|mam-?gu|taid|tad-?cu|chwaer|brawd|mrawd|meddyg|doctor)(?: maeth)?";
const WELSH = `(?:[\\p{L}']+ ){0,6}(?:dd?weud|dd?eud|gweud|weud|sôn|son|ffonio|decstio|tecstio|gysylltu|cysylltu|ddweda?|ddwedi)(?:'r)?(?: (?:wrth|wth|â|a|gyda|efo|i))?(?: ${WELSH_SOMEBODY})(?: (?:am|hyn|hwn|plis|os gwelwch yn dda|nawr|heno|rwan|ynte))*`;

/** A whole message that asks, or begs, whether somebody outside the service will be told; against its plain form. */
export const ASKS_WHO_ELSE = new RegExp(`^(?:${BEFORE}(?:${ASKS.join('|')})${AFTER}|${WELSH})$`, 'u');

const ANYWHERE = new RegExp(`(?:^|\\s)(?:(?:${ASKS.join('|')})|${WELSH})(?=\\s|$)`, 'u');

/** Whether the question stands anywhere in these words, beside whatever else they say. */
export const asksWhoElse = (text: string): boolean => ANYWHERE.test(plain(text));
