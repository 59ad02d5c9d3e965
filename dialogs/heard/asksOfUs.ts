import { containing, wholly } from './wordings';

/** What a young person asks of the service whatever is being talked about: a wording a line, English before Welsh. */
const YOU = '(?:you|u)';

/** "Help me" is nobody's keyword; what the word does may be asked. */
export const ASKS_FOR_HELP_TEXT = wholly(
  'help',
  "(?:what(?:'s| is|s| does)?|wot does) (?:the word )?help(?: (?:do|mean|for))?",
  'beth (?:ydi|yw|mae) help(?: (?:yn ei wneud|yn feddwl))?',
);

/** "Why do you have to tell someone": what must be passed on, and to whom. */
export const ASKS_WHY_WE_TELL = wholly(
  `(?:but )?why (?:do|does|did|would|must|are|r|have|should|(?:wd|d)) (?:${YOU}|it|they|ya)(?: (?:have|has|got|need|gotta|going|gonna|always|even|to))* (?:tell|telling|pass|passing|say|saying|report|reporting)(?: (?:it|this|that|on|anything|to|on to|about))*(?: (?:any|some|every) ?(?:one|body)| people| them| him| her| \\p{L}+)?(?: (?:else|about (?:it|this|me)))*`,
  "pam (?:mae'n rhaid|oes rhaid|wyt ti'n gorfod|dach chi'n gorfod) (?:i ti |i chi )?(?:dd?weud|dd?eud)(?: wrth (?:rywun|neb|unrhyw un))?",
);

export const ASKS_WHO_READS = wholly(
  'who',
  "who(?:'s| is|s) (?:this|there|that)",
  `who (?:are|r) ${YOU}`,
  'who (?:exactly |else |all )?(?:(?:can|will|gets to|is going to|gonna) )?(?:reads?|sees?) (?:this|these|it|my (?:texts|messages)|what i (?:say|write|text|said))',
  "who(?:'s| is|s| are|se)? (?:even |actually )?(?:reading|seeing|getting|looking at) (?:this|these|it|my (?:texts|messages)|what i (?:say|write|text|said))",
  'pwy',
  'pwy (?:ydi|yw|sydd|sy) (?:hwn|hyn|yma|yna|yno)',
  "pwy sy'n (?:gallu )?(?:d?darllen) (?:hwn|hyn|rhain|fy (?:negeseuon|nhecsts))",
);

const MACHINE = '(?:robot|bot|ai|human|computer|machine|automatic|automated)';

export const ASKS_IF_A_ROBOT = containing(
  '^robot$',
  `\\b(?:are|r) ${YOU} (?:even |actually )?(?:an? )?(?:real|person|chatgpt|${MACHINE})\\b`,
  `^(?:is|are) (?:this|it|these) (?:even )?(?:an? )?(?:real person|${MACHINE})\\b`,
  '^(?:is|are) (?:this|it|these) (?:even )?real$',
  '^am i (?:talking|texting|speaking) to (?:a |an )?(?:robot|bot|ai|real person|human|person|computer)',
);

/** Who is meant is for whoever answers to find out: "is he there" may be anybody. */
export const ASKS_WHO_IS_THERE = wholly(
  "(?:is (?:\\p{L}+ ?\\p{L}*)|any(?:one|body)|who(?:'s| is|s)?) (?:there|here|awake|up|around|on call|working)(?: now| tonight| rn| atm)?",
);

export const ASKS_WHEN_SOMEBODY_IS_IN = wholly(
  "when(?:'s| is|s| will| are| r)? (?:\\p{L}+)(?: be)?(?: next)? (?:in|back|on|working|around|there|here|available|awake|free)(?: next| again| now| today| tomorrow| tmrw| this week)*",
);

export const ASKS_WHAT_STAYS_PRIVATE = wholly(
  `can (?:i|you|u) (?:tell|keep) (?:${YOU} )?(?:a )?secrets?`,
  '(?:is|are) (?:this|it|these) (?:private|confidential|secret)',
  `(?:will|do) ${YOU} tell (?:anyone|any ?body|people)`,
  `(?:${YOU} )?promise (?:me )?(?:${YOU} )?(?:won't|wont|not to) tell(?: anyone| any ?body)?`,
  `what (?:happens|will happen|would happen|do ${YOU} do|if) (?:if )?i (?:tell|told|say|said|text) (?:${YOU} )?(?:(?:something|sth|anything) ?(?:bad|private|secret|serious|scary)?|a secret|everything)`,
  `(?:what )?if (?:i|we|some(?:one|body)|a (?:friend|mate|kid|person)|my (?:friend|mate)) (?:told|tells?|said|says) (?:${YOU} )?(?:something|sth|smth|stuff|a secret|anything)(?: (?:bad|private|secret|serious))? (?:would|do|will|wud) (?:${YOU}|ya) (?:have to |need to |hav to )?(?:tell|say|report|pass)(?: (?:it|that|on|any|some|one|body|anyone|someone|anybody|somebody|people|my|mum|mam|dad))*`,
  "(?:ydi|ydy|yw|oes) (?:hwn|hyn|o|e|rhain)(?:'n| yn) (?:b?preifat|breifat|gyfrinachol)",
  "(?:wnei di|fyddi di'n|wyt ti'n mynd i) (?:dd?weud|ddeud) (?:wrth )?(?:rywun|unrhyw un|neb)",
);

export const ASKS_WHAT_WE_TELL = wholly(
  '(?:what|wot) (?:did|have|do|will) (?:you|u|ya) (?:tell|told|say|said)(?: to)? (?:every ?one|(?:my )?\\p{L}+)',
);

export const ASKS_FOR_A_PERSON = containing(
  '^(?:person|human|real person|person go iawn)$',
  '\\b(?:talk|speak|chat|text) (?:to|with) (?:a |an )?(?:(?:real|actual) )?(?:person|human)\\b',
  '\\bsiarad (?:efo|gyda|â|a) (?:ph?erson|rhywun go iawn)\\b',
);

export const COMPLAINS = containing(
  '^(?:complaint|complain|cwyn|cwyno)$',
  '\\b(?:make|have|got) a complaint\\b',
  '\\bwant to complain\\b',
);

export const ASKS_FOR_THEIR_DATA = containing(
  '^(?:my )?data$',
  `\\bwhat (?:\\p{L}+ )?(?:do )?${YOU} (?:have|hold|keep|got|know) (?:on|about) me\\b`,
  '\\b(?:delete|see|get|show me) (?:all )?my (?:data|info|information|records?|file)\\b',
);
