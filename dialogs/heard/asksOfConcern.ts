import { containing } from './wordings';

/**
 * What a young person asks about the concern that is open: a wording a line, English before Welsh. `<name>` stands for a
 * person of ours, `<kept>` for one it is kept from.
 */
const YOU = '(?:yo)?u';
const SOMEBODY = '(?:any(?:one|body)|some(?:one|body)|they|she|he|you|u|<name>)';
const LEADS_IN = '^(?:(?:so|but|and|wait|pls|please|what if|ok) )*';
const ABOUT_IT = '(?:it|this|that|about (?:this|it|me))';
const FOLLOWS =
  "(?:arrested|in trouble|done|grounded|excluded|kicked out|expelled|locked up|sectioned|deported|sacked|(?:to |in |sent to )(?:the )?(?:jail|prison|court|hospital)|(?:put |taken )?(?:in(?:to)? |in )?(?:care|foster care|a home|a children's home)|taken (?:away|off (?:my )?(?:mum|mam|dad))|(?:take|taking|put|putting|send|sending) (?:me|us|him|her|them) (?:away|in(?:to)? (?:care|foster care)|back|home|somewhere(?: else)?|off my (?:mum|dad))|split (?:us|up)(?: up)?|mov(?:e|ed|ing)(?: house| school| schools)?)";
const WELSH_YOU = '(?:ti|wyt ti|rwyt ti|dach chi|ydych chi|chi)';
const WELSH_DONE = "(?:wedi|'di|di)";
const WELSH_TELL = '(?:dd?weud|dd?eud)';

export const ASKS_IF_IT_IS_KEPT_FROM = containing(
  `${LEADS_IN}(?:(?:is|will|does|can|did|has|have|wont|won't|would) )?<kept>(?: (?:going to|gonna|gunna|ever|even|be able to|have to|also|still))* (?:finds? out|knows?|sees?|reads?|hears?|be told|get told|been told|seen|told|found out)(?: (?:${ABOUT_IT}|what i (?:said|sent|wrote|told ${YOU})|my (?:texts?|messages?)))?$`,
  `^(?:(?:so|but|and) )*(?:have|did|are|r|will) ${YOU} (?:going to |gonna |gunna )?(?:tell|told|telling) <kept>(?: (?:${ABOUT_IT}|what i said))?$`,
);

/** "Will he know i said": where it is kept from one of ours, that one may be meant; else whoever they have in mind. */
export const ASKS_IF_THEY_KNOW = containing(
  `${LEADS_IN}(?:will|does|is|can|would|wont|won't|did|has) (?:he|she|they)(?: (?:going to|gonna|gunna|ever|even|be able to|have to|also|still))* (?:finds? out|knows?|sees?|reads?|hears?|be told|get told|been told)(?: (?:${ABOUT_IT}|(?:what )?i (?:said|sent|wrote|told ${YOU})|my (?:texts?|messages?)|that|it was me|i (?:told|grassed|snitched)|anything))*$`,
  `^(?:fydd|ydi|fyddan|gaiff) (?:o|e|fo|hi|nhw)(?:'n)?(?: yn)?(?: mynd i)? (?:gwybod|wybod|cael gwybod|gael gwybod|gweld|weld|darllen)(?: (?:am hyn|hyn|hwn|beth ddwedais i))?$`,
);

/** "Should i pay him": asked by somebody who is pressed with pictures. */
export const ASKS_WHETHER_TO_PAY = containing(
  `${LEADS_IN}(?:should|shall|do|can|must) i (?:just |have to |need to |better )*(?:pay|send|give)(?: (?:him|her|them|it|the money|more|another one|one more|what (?:he|she|they) wants?))*$`,
  "^(?:what (?:happens )?)?if i (?:do )?(?:(?:not|dont|don't) )?(?:just )?pay(?: (?:him|her|them|it))?$",
  '^(?:ddylwn i|oes rhaid i fi|oes rhaid i mi) dalu(?: (?:fo|nhw|hi))?$',
);

export const ASKS_WHAT_WAS_TOLD = containing(
  '\\b(?:what|wot) (?:did|have|has|do|will|are|r) (?:you|u|ya|they) (?:been )?(?:tell|told|telling|say|said|saying)(?: to)? (?:(?:them|him|her|people|every ?one)\\b|<name>)',
  '\\b(?:what|wot) (?:do|does|did) (?:they|he|she|<name>) (?:know|get told|see)(?: about (?:it|this|me))?$',
  `^be(?:th)? ${WELSH_YOU} ?${WELSH_DONE} ${WELSH_TELL}(?: (?:wrthyn|wrthyn nhw|wrtho|wrthi|wrth <name>))?(?: nhw| fo| hi)?$`,
);

export const STILL_HAS_TO_SEE_THEM = containing(
  '\\bstill (?:have|got) to (?:see|meet|go to|live with|be with|go home)\\b',
  '\\b(?:do|will) i (?:still )?(?:have|need) to (?:see|meet|go (?:home|back|there|to)|stay with|live with|be with)\\b',
  `${LEADS_IN}(?:is|are|will|does) (?:he|she|they|<kept>) (?:still )?(?:going to |gonna |be )?(?:come|coming|comes|visit|visiting|pick(?:ing)? me up|driv(?:e|ing) me|tak(?:e|ing) me)(?: (?:on|at|round|here|to mine|this|next|today|tomorrow|tmrw|tonight|\\p{L}+day|\\d{1,2}(?:[.:]\\d\\d)?(?: ?[ap]m)?))*$`,
);

export const ASKS_WHO_WAS_TOLD = containing(
  `\\bwho (?:have |has |did |do |all |else )*(?:${YOU} )?(?:know|knows|tell|told|been told|read it|seen (?:it|this))(?: about (?:it|this|me))?(?: now| so far)?$`,
  `\\bdid ${YOU} tell (?:any|some)(?:one|body)\\b`,
  `^(?:wrth )?pwy ${WELSH_YOU} ?${WELSH_DONE} ${WELSH_TELL}(?: wrth(?:yn nhw)?)?$`,
  "^pwy (?:arall )?sy'n gwybod(?: nawr| rwan| am hyn)?$",
);

export const ASKS_WHETHER_IT_WAS_READ = containing(
  `\\b(?:has|have|did|hs|is) ${SOMEBODY}(?: even| actually)? (?:(?:read|reading|seen|see|looked at|heard) (?:it|this|that|my|what|anything|the)\\b|(?:got|get) my (?:text|message|msg))`,
  `^(?:has|have|did) ${SOMEBODY} (?:read|seen|see|got)(?: yet)?$`,
  '\\b(?:is|was|has) (?:it|my (?:text|message|msg)) (?:been )?(?:read|seen)\\b',
  '^(?:read|seen) it(?: yet)?$',
  '^(?:hello |hi )?(?:is |are )?(?:any(?:one|body)|some(?:one|body)|you|u) (?:still )?there$',
  `^(?:ydi|ydy|yw|oes|di) (?:<name>|rhywun|unrhyw un|o|e|hi|nhw) ${WELSH_DONE} (?:(?:ei|'i) )?(?:darllen|ddarllen|gweld|weld)(?: (?:o|e|fo|hi|hwn|hyn|y neges|fy neges|be \\S+.*))?(?: eto)?$`,
);

export const ASKS_WHAT_HAPPENS_NEXT = containing(
  "\\bwhat(?:'s| is|s)? (?:happens|happening|going to happen|gonna happen|will happen|next|gna happen|happened)(?: now| next| then| to me)?$",
  '\\b(?:now what|what now)\\b',
  '\\bwhat (?:will|are|r) (?:you|u|they|<name>) (?:do|doing|gonna do|going to do)\\b',
  // "will i get arrested", "am i in trouble", "will they take me away": what a person decides, and nobody has foretold
  `${LEADS_IN}(?:will|am|are|r|is|do|does|can|gonna) (?:i|we|${YOU}|they|he|she|my (?:mum|mam|dad|step ?dad|brother|sister|uncle))(?: (?:going to|gonna|gunna|get|be|getting|being|have to|has to|go|going|end up))* ${FOLLOWS}(?: (?:for|about|because of) (?:this|that|it))?$`,
  "^be(?:th)? (?:sy'n|sydd yn|fydd yn|fydd|sy) (?:ddigwydd|digwydd)(?: (?:nawr|rwan|nesa|nesaf|wedyn))?$",
);
