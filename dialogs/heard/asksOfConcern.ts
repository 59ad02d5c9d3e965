import { containing } from './wordings';

/**
 * What a young person asks about the concern that is open: a wording a line, English before Welsh. `<name>` stands for a
 * person of ours, `<kept>` for one it is kept from.
 */
const YOU = '(?:yo)?u';
const SOMEBODY = '(?:any(?:one|body)|some(?:one|body)|they|she|he|you|u|<name>)';
const LEADS_IN = '^(?:(?:so|but|and|wait|pls|please|what if|ok) )*';
const ABOUT_IT = '(?:it|this|that|about (?:this|it|me))';
const WELSH_YOU = '(?:ti|wyt ti|rwyt ti|dach chi|ydych chi|chi)';
const WELSH_DONE = "(?:wedi|'di|di)";
const WELSH_TELL = '(?:dd?weud|dd?eud)';

export const ASKS_IF_IT_IS_KEPT_FROM = containing(
  `${LEADS_IN}(?:(?:is|will|does|can|did|has|have|wont|won't|would) )?<kept>(?: (?:going to|gonna|gunna|ever|even|be able to|have to|also|still))* (?:finds? out|knows?|sees?|reads?|hears?|be told|get told|been told|seen|told|found out)(?: (?:${ABOUT_IT}|what i (?:said|sent|wrote|told ${YOU})|my (?:texts?|messages?)))?$`,
  `^(?:(?:so|but|and) )*(?:have|did|are|r|will) ${YOU} (?:going to |gonna |gunna )?(?:tell|told|telling) <kept>(?: (?:${ABOUT_IT}|what i said))?$`,
);

export const ASKS_WHAT_WAS_TOLD = containing(
  '\\b(?:what|wot) (?:did|have|has|do|will|are|r) (?:you|u|ya|they) (?:been )?(?:tell|told|telling|say|said|saying)(?: to)? (?:(?:them|him|her|people|every ?one)\\b|<name>)',
  '\\b(?:what|wot) (?:do|does|did) (?:they|he|she|<name>) (?:know|get told|see)(?: about (?:it|this|me))?$',
  `^be(?:th)? ${WELSH_YOU} ?${WELSH_DONE} ${WELSH_TELL}(?: (?:wrthyn|wrthyn nhw|wrtho|wrthi|wrth <name>))?(?: nhw| fo| hi)?$`,
);

export const STILL_HAS_TO_SEE_THEM = containing(
  '\\bstill (?:have|got) to (?:see|meet|go to|live with|be with|go home)\\b',
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
  '\\bwhat (?:will|are|r) (?:you|u) (?:do|doing|gonna do|going to do)\\b',
  "^be(?:th)? (?:sy'n|sydd yn|fydd yn|fydd|sy) (?:ddigwydd|digwydd)(?: (?:nawr|rwan|nesa|nesaf|wedyn))?$",
);
