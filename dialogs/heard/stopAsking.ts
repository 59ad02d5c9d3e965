const FIRST =
  "please|pls|plz|just|omg|ugh|oh|no|nah|look|seriously|srsly|god|ffs|hey|lol|literally|actually|but|can|could|will|would|can't|cant|you|u|why|i said|told you";
const LAST =
  "please|pls|plz|now|ok|okay|yeah|thanks|thx|ffs|omg|lol|man|bro|seriously|x+|tho|though|today|tonight|rn|it's annoying|its annoying|you're annoying|ur annoying";
const ABOUT =
  '(?: (?:me|us|that|this|it|again|any ?more|all|the|these|so|too|many|much|more|stuff|things|any ?thing|any|questions?|qs|every ?time|all the time|about (?:it|that|this|me|my \\p{L}+|every ?thing)))*';

const WAYS: readonly string[] = [
  // "stop asking me that", "quit it with the questions", "no more questions", "too many questions"
  `(?:stop|quit|enough|no more|too many|done)(?: it)?(?: with)?(?: all| the| these| your| of the)?(?: asking| questions?| qs)${ABOUT}`,
  'stop it',
  // "dont ask me", "do not ask me that again", "you keep asking me"
  `(?:don't|dont|do not) ask${ABOUT}`,
  `(?:do |are |did )?(?:you |u )?(?:always |keep |keep on )+asking${ABOUT}`,
  // "leave it", "leave me alone", "drop it", "give it a rest"
  '(?:leave it|leave me|drop it|let it go|give it a rest|give over)(?: (?:alone|out|be|there|a bit|for now))*',
  // "can we not", "can we stop", "can we not do this"
  '(?:can |could )?we (?:just |please )*(?:not|stop|leave it|drop it)(?: (?:do|talk about) (?:it|this|that)(?: again)?)?',
  // "i dont want to talk", "dont feel like answering": not "about it", which passes by one question
  `(?:i )?(?:really )?(?:don't|dont|do not) (?:really )?(?:want to|wanna|feel like|like)(?: be| being)? (?:answer(?:ing)?|talk(?:ing)?|asked)(?: to you| to u)?(?: (?:any ?more|any|more|questions?|qs|again|stuff|right))*`,
  'paid (?:â |a )?gofyn(?: (?:i fi|eto|hynny|hwnna|mwy))*|stopia (?:g?ofyn)(?: (?:i fi|cwestiynau))*|dim mwy o gwestiynau|gormod o gwestiynau',
  'gad (?:e|o|hi|fe|lonydd|fi)(?: (?:fod|i fi|yn llonydd))*|(?:dw i|dwi) ddim (?:eisiau|isio|moyn) (?:ateb|siarad)',
];

/**
 * A whole message, in plain form, that wants no more questions: "stop asking", "leave it", "can we not". STOP alone is
 * the carrier's word, and means every text.
 */
export const STOP_ASKING = new RegExp(`^(?:(?:${FIRST}) )*(?:${WAYS.join('|')})(?: (?:${LAST}))*$`, 'u');
