/** Before an answer, and meaning nothing: "um", "well". */
const BEFORE = '(?:um+|uh+|er+m?|hm+|well|oh|ok|okay|tbh|ngl) ';
/** Behind it: "lol", "x". */
const BEHIND = ' (?:lol|haha|tbh|ngl|really|much|thanks|thank you|thx|sorry|x+|diolch)';
const ANSWERS = [
  'y|ye|yes|yea|yeah|yeh|yep|yup|yh|ya|aye|n|no|na|nah|nope|nop',
  'nothing|nothin|nothink|nuthin|nuffin|nowt|nm|none|nothing else|not really|not much|not sure',
  "idk|dk|dunno|(?:i )?(?:dunno|do not know|don'?t know)|no idea|maybe|kind of|kinda|sort of|sorta|a bit|a little",
  'skip|pass|next|\\d{1,2}(?: out of 10)?|ok|okay|fine|good|alright',
  'ie|ydw|oes|na|nac oes|nac ydw|dim|dim byd|dim llawer|dim lot|(?:dw ?i |dwi )?ddim yn (?:gwybod|gwbod|siwr)|dim syniad|falle|efallai|iawn',
].join('|');
const BARE = new RegExp(`^(?:${BEFORE})*(?:${ANSWERS})(?:${BEHIND})*$`, 'u');

/**
 * "yes", "nothing", "idk": the whole message is an answer and tells nothing of its own. Question what goes well, whoever says
 * so speaks of that: what they told days before is not told again by it, and no sentence begun then ends with it.
 */
export function isBareAnswer(text: string): boolean {
  const said = text
    .toLowerCase()
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return BARE.test(said);
}
