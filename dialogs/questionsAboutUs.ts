import { plain } from './heard/plain';
import { onCall, readerIsMentor } from './people';
import { standingValue } from './standingValues';
import type { Turn } from './turn';

interface Question {
  /** Against one whole message in plain form, what leads in and out of it left away. */
  readonly asks: readonly string[];
  readonly answer: string | ((turn: Turn) => Promise<unknown>);
}

const YOU = '(?:you|u|ya)';
const ARE = '(?:are|r|were)';
const MY_NEXT = '(?:my |the |our )?(?:next )?(?:check ?in|checkin|visit|meeting|session)';
const FIRST =
  "hi|hey|hello|ok|okay|so|but|and|um|umm|er|wait|also|oh|pls|please|well|lol|no|yeah|yes|actually|i said|question|quick question|can i ask|just wondering|i would like to know(?: exactly)?|i want to know|tell me|do you know|do u know|i'd like to know";
const LAST =
  'please|pls|plz|then|now|lol|tho|though|btw|x+|again|really|anyway|exactly|ok|tonight|today|mate|bro|at all|like|even';

/** What they ask of the service itself, or say sorry to it for, and the template that answers it truly; first match first. */
const QUESTIONS: readonly Question[] = [
  {
    asks: [
      `(?:when|what time|what day|which day|what date)(?: exactly)?(?: (?:do|will|am|can|shall|is|are|does|'s))?(?: (?:i|we|me|my|the))?(?: (?:next|gonna|going to|able to))* (?:see|seeing|meet|meeting|see you|seeing)(?: (?:my mentor|mentor|them|him|her|<mentor>))?(?: next| again)?`,
      `(?:when|what time|what day|which day)(?:'s| is|s|'re| are)? ${MY_NEXT}(?: (?:at|on|with (?:\\p{L}+)))?`,
      `is ${MY_NEXT}(?: definitely| still| really)? (?:at|on) (?:that|the same|this|the usual|\\d+|\\p{L}+day)(?: time| day| \\p{L}+)?`,
      '(?:at )?(?:what|which) (?:time|day)|when is (?:it|that)',
      "pryd (?:dwi|dw i|ydw i|fydda i|bydda i)(?:'n)?(?: yn)? (?:gweld|cwrdd|cyfarfod) ?(?:â|a|efo|gyda)? ?(?:<mentor>|fy mentor)?(?: nesaf| nesa)?",
      "pryd (?:mae|mae'r|ydi|ydi'r|yw|yw'r) (?:y |fy )?(?:sgwrs|cyfarfod|ymweliad|check ?in)(?: nesaf| nesa)?",
    ],
    answer: sayWhenNext,
  },
  {
    asks: [
      `(?:who is|who's|whos|what does|what is|pwy (?:ydi|yw)) (?:<mentor>|my mentor|fy mentor)(?: do| for)?(?: (?:to me|anyway))?`,
    ],
    answer: (turn) => turn.say(readerIsMentor(turn.facts) ? 'who-is-mentor' : 'who'),
  },
  { asks: ["(?:who is|who's|whos|pwy (?:ydi|yw)) <lead>"], answer: 'who-is-lead' },
  { asks: ["(?:who is|who's|whos|pwy (?:ydi|yw)) <coordinator>"], answer: 'who-is-coordinator' },
  {
    asks: [
      'what(?: is|s| was)? (?:it |that )?(?:i )?(?:did i |have i |i )(?:say|said|text|texted|tell you|told you|put|write|wrote)(?: (?:last time|before|last week|yesterday|to you))*',
      `(?:can|could) (?:i|${YOU}) (?:see|show(?: me)?|read) (?:my|the|our) (?:old |last )?(?:texts|messages|msgs|answers|chat)`,
    ],
    answer: 'my-texts',
  },
  {
    asks: [
      '(?:did|has|have|does|will) (?:<mentor>|my mentor|any ?one|some ?one)(?: even| actually)? (?:see|seen|read|get|got)(?: (?:it|this|that|them))?(?: yet)?',
      '(?:did|has|have|does|will) (?:<mentor>|my mentor|they|he|she|any ?one|some ?one)(?: even| actually)? (?:see|seen|read|get|got) (?:what i (?:said|put|text|texted|wrote)|my (?:texts?|messages?|answers?|note))(?: yet)?',
    ],
    answer: 'read-unknown',
  },
  {
    asks: [
      `(?:when|how long|what time)(?: (?:will|until|till|before|does|do|is|are|for))* (?:they|he|she|some ?one|any ?one|a person|<mentor>|<lead>|it)(?: (?:will|be|to|take|going to|gonna))* (?:reply|answer|text|ring|call|write|get back|message|replying)(?: (?:me|to me|back))*`,
      'how long (?:does|will|do) (?:it|that|they|this) take',
    ],
    answer: 'when-reply',
  },
  {
    asks: [
      `(?:prove|show me)(?: (?:that|to me|me))* (?:${YOU}'?r?e?|${YOU} ${ARE}) (?:not )?(?:an? )?(?:real|human|person|robot|bot)`,
      `${YOU} (?:really )?(?:sound|seem|text|talk|write)s? (?:so |just )*(?:like )?(?:an? )?(?:robot|bot|machine|computer|ai|robotic|automatic|fake|weird)`,
      `${YOU}(?:'re|re| ${ARE}| r)? (?:just |only |not |so )*(?:an? )?(?:robot|bot|machine|computer|ai|human|real|person|fake|robotic)`,
      "i (?:don't|dont|do not|hate|dont like|don't like)(?: (?:trust|like|want|talking|texting|to))* (?:a |an |with |to )*(?:robots?|bots?|machines?|computers?|ai)",
      `who (?:wrote|writes|made|types|chose|sends) (?:that|this|these|it|them|your|ur)(?: (?:texts?|messages?|questions?|stuff))?`,
      "(?:(?:wyt )?ti(?:'n)?|(?:ydych |dach )?chi(?:'n)?|ai)(?: yn)? (?:robot|bot|berson|person|peiriant)(?: wyt ti| go iawn)*|(?:robot|bot|person|peiriant) (?:wyt ti|ydych chi|ydi hwn|yw hwn)(?: go iawn)?",
    ],
    answer: 'robot',
  },
  {
    asks: [
      `(?:who|what company|what organisation) (?:made|runs|owns|set up|started|is behind|does this belong to)(?: ${YOU}| this| it| all this| the service)?`,
      `(?:what|who) (?:is|are|r|'s|s) (?:this|${YOU}|between visits)(?: (?:for|about|service|thing|number))*`,
      `what ${ARE} (?:${YOU}|these|this)(?: for| texts for)?|what do ${YOU} do|how does (?:this|it) work`,
      "beth (?:ydi|yw) (?:hwn|hyn)|pwy (?:ydych chi|wyt ti|sy'n rhedeg hwn)",
    ],
    answer: 'who-runs',
  },
  {
    asks: [
      `(?:how long|when) (?:do|will|does|are) (?:${YOU}|they|it|my (?:texts?|messages?))(?: be)? (?:keep|kept|save|store|delete|have|deleted|stored)(?: (?:my|our|the|all|these|this|it|them|on|of))*(?: (?:texts?|messages?|msgs|stuff|data|info|words|answers))?(?: for)?`,
    ],
    answer: 'how-long-kept',
  },
  {
    asks: [
      `(?:does|do|will|is|how much)(?: (?:it|this|these|texting|to|texts?|me|much))* (?:cost|free|charge|charged|take my credit|use my credit)(?: (?:me|money|anything|any money|to text|${YOU}|this|credit|to))*`,
    ],
    answer: 'what-it-costs',
  },
  {
    asks: [
      `(?:why|how come|what for)(?: (?:do|are|r|does|did|would))?(?: (?:${YOU}|it))?(?: (?:always|keep|want|need|have|to))* (?:ask|asking|know|knowing|care)(?: (?:me|us|that|this|these|all|about|things|questions|how|i|am|my|mood|day|a|number|numbers|if|it|so|many|every|time|week))*`,
      'why (?:0 to 10|a number|numbers)|why does it matter(?: how i am)?',
    ],
    answer: sayWhyWeAsk,
  },
  {
    asks: [
      `(?:can|could|may) (?:i|we) (?:just )?(?:stop|quit|not do|opt out of|get out of)(?: (?:doing|this|it|these|texting|the|check ?ins?|texts|any ?time|all|if i want|whenever))+`,
      `(?:stop|quit) (?:texting|messaging|contacting|writing to|bothering) me|(?:don't|dont|do not) (?:ever )?(?:text|message|contact|write to) me (?:again|any ?more|ever)`,
      "do i (?:have|need) to(?: (?:do|answer|reply|text|this|it|these|back|every|time|week|all))*|what (?:happens )?if i (?:dont|don't|do not|stop) (?:answer|reply|text|answering|replying|texting)(?: back)?",
    ],
    answer: 'can-stop',
  },
  {
    asks: [
      `(?:(?:are|r) )?${YOU} (?:always |still )?(?:awake|there|here|up|around|on|open|working)(?: (?:at|in the|all|the|middle|of|every|late|now|still|night|weekends?|mornings?|time|day))*`,
      `(?:can|could) (?:i|we) (?:text|message|write)(?: (?:to )?${YOU})?(?: (?:at|in|on|the|middle|of|any|time|night|weekends?|late|whenever|when|i|want|day))+`,
      'do (?:you|u) (?:ever )?sleep',
    ],
    answer: 'any-hour',
  },
  {
    asks: [
      `(?:can|could|do|will) ${YOU} (?:please |pls )?(?:speak|text|write|talk|understand|know)(?: in| to me in)? (?!english|welsh|sense|now|more|back|plain|easier)(?:arabic|polish|urdu|punjabi|bengali|somali|spanish|french|portuguese|romanian|ukrainian|russian|turkish|kurdish|farsi|persian|dari|pashto|tigrinya|amharic|vietnamese|chinese|mandarin|cantonese|hindi|tamil|gujarati|albanian|lithuanian|latvian|bulgarian|hungarian|italian|german|greek|czech|slovak|roma|irish|gaelic|scots|japanese|korean|my language|other languages?|another language)`,
    ],
    answer: passOnLanguage,
  },
  {
    asks: [
      `(?:do|does|did|can|have|would|will) (?:${YOU}|it)(?: (?:even|actually|really|ever))* (?:feel|have|got|like|love|hate|care|get|eat|miss|remember|dream|cry)(?: (?:any|a|an|feelings?|emotions?|friends?|family|cats?|dogs?|pets?|football|music|pizza|food|me|about|us|sad|lonely|bored|tired|happy|anything|for|real|games?|my|name|job|school|hobbies|my name))+`,
      `(?:how old|what age|where|what|who) (?:${ARE}|do) ${YOU}(?: (?:up|from|doing|live|like|called|at|to|wearing|about|based|in))*|(?:what|wot) (?:u|you|ya|are you|are u|r u) (?:up to|doing)|wyd|wuu2`,
      `(?:what(?:'s| is|s)) (?:your|ur) (?:name|age|fav|favourite|favorite|job|gender|number)(?: \\p{L}+)?|${ARE} ${YOU} (?:a |an )?(?:boy|girl|man|woman|boy or (?:a )?girl|girl or (?:a )?boy|my friend|ok|okay|alright|happy|sad|bored|single|married|nice|cool)`,
      `(?:do|will|can) ${YOU} (?:be my friend|love me|like me|care|miss me)`,
    ],
    answer: 'no-feelings',
  },
  {
    // "sorry ive not been on, my phone broke": never "sorry for everything", which says something else
    asks: [
      "(?:i'm |im )?(?:so |really |very )?(?:sorry|soz|sry)(?: (?:i|ive|i've|for|that|only|just|my|phone|was|havent|haven't|didnt|didn't|not|been|text|texted|reply|replied|replying|answer|answered|on|in|here|ages|a|while|busy|late|seen|saw|this|away|sooner|forgot|missed|gone|quiet|broke|died|no|had|credit|battery|check|long|time))+",
    ],
    answer: 'no-sorry',
  },
  {
    asks: [
      "what(?:'s| is|s)? \\d+ ?(?:\\+|plus|x|times|-|minus|add|and)? ?\\d+|say (?!goodbye|bye|sorry|no|yes|nothing)(?:a |the word )?\\p{L}+(?: word)?",
      `(?:tell|give|send|write|sing|show|make) (?:me |us )?(?:a |an |something |some )*(?:joke|story|song|poem|rap|riddle|fact|funny|picture|meme|recipe|essay)(?: (?:about|for|of) .{1,30})?`,
      '(?:ignore|forget|disregard)(?: (?:all|your|the|previous|prior|any|every|above|my))* (?:instructions?|rules|prompts?|programming|texts)(?: .{0,60})?',
      `(?:can|could) ${YOU} (?:google|look up|order|play|do my (?:homework|essay))(?: .{0,30})?`,
    ],
    answer: 'cannot-do',
  },
];

const PATTERNS: readonly (readonly [RegExp, Question['answer']])[] = QUESTIONS.map(({ asks, answer }) => [
  new RegExp(`^(?:(?:${FIRST}) )*(?:${asks.join('|')})(?: (?:${LAST}))*$`, 'u'),
  answer,
]);

/** Answers what they ask of the service itself, in whole messages only. False: they did not. */
export async function answerAboutUs(turn: Turn): Promise<boolean> {
  const said = turn.written.map((one) => withRoles(turn, plain(one.text)));
  const found = PATTERNS.find(([asks]) => said.some((one) => asks.test(one)));
  if (!found) return false;
  const [, answer] = found;
  await (typeof answer === 'string' ? turn.say(answer) : answer(turn));
  return true;
}

/** The first names of our people as what they are to this young person: "who is <mentor>". */
function withRoles({ facts }: Turn, said: string): string {
  const roles = [
    ['<mentor>', facts.mentor],
    ['<lead>', onCall(facts)],
    ['<coordinator>', facts.coordinator],
  ] as const;
  const roleOf = (word: string) => roles.find(([, one]) => one && plain(one.firstName) === word)?.[0] ?? word;
  return said.split(' ').map(roleOf).join(' ');
}

/** Of "are you safe right now?" the reason is another than of a check-in's questions, and leaving it out is none. */
async function sayWhyWeAsk(turn: Turn): Promise<void> {
  const safeNow = turn.facts.concern?.safeNow;
  await turn.say(safeNow?.answer === null ? 'why-safe' : 'why-we-ask');
}

async function sayWhenNext(turn: Turn): Promise<void> {
  const isKnown = standingValue(turn, 'visit') !== '' || standingValue(turn, 'checkin') !== '';
  await turn.say(isKnown ? 'when-next' : 'when-next-unknown');
}

/** A language we do not write: said so, and their practitioner sees that it is wanted. */
async function passOnLanguage(turn: Turn): Promise<void> {
  for (const { text: words, message } of turn.written) turn.wish({ wish: 'word-for-the-visit', words, message });
  await turn.say('other-language');
}
