import { plain } from './plain';

const oneOf = (words: string) => new RegExp(`^(?:${words})$`);

const SKIP = oneOf(
  "skip(?: (?:it|this|that|this one|that one))?|pass|next|idk|dk|dunno|i dunno|don't know|dont know|i don't know|i dont know|no idea|not sure|n/?a|no thanks|no thank you|no ty|rather not|rather not say|i'd rather not say|dont want to say|don't want to say|(?:i )?(?:don't|dont) (?:really )?(?:want to|wanna) talk about (?:it|this|that)|hepio|sgipio|pasio|(?:dw i |dwi |fi )?ddim yn (?:gwybod|gwbod)|dwi'm yn (?:gwybod|gwbod)|dwn i ddim|dwn im|sai'n gwybod|dim syniad|ddim yn siwr|ddim yn siŵr|dim diolch",
);
const NOTHING = oneOf(
  "nothing|nothing (?:really|specific|special|else|in particular|to say|comes to mind|at all|new|i can think of)|not really|nm|nothing much|nothin|nothink|nuthin|nuffin|nowt|nowt really|nowt much|nah|no|nope|none|not much|all good|it's all good|its all good|everything's fine|everythings fine|everything is fine|all fine|dim|dim byd|dim llawer|na|popeth yn iawn|popeth yn dda|nac oes",
);
const LATER = oneOf(
  "later|not now|not today|another (?:day|time)|maybe later|can't now|cant now|busy|i'm busy|im busy|do it later|tomorrow|nah not today|dim nawr|nes ymlaen|hwyrach|wedyn|rhywbryd eto|ddim nawr|ddim rwan|dim rwan|yfory|fory|dydd arall|ddim heddiw|dim heddiw|brysur|dw i'n brysur|dwi'n brysur",
);
const CLOSING =
  'ok|okay|k|kk|oki|thanks|thank you|thank u|thx|ty|ta|cheers|bye+|byee+|cya|see ya|see you|see u|later|laters|night|good night|goodnight|gn|cool|alright|safe|sound|lol|haha|np|no worries|yeah|x+|for now|then|so much|gtg|got to go|gotta go|brb|diolch|iawn|hwyl|hwyl fawr|ta ra|nos da|popeth yn iawn';
const GOODBYE = new RegExp(`^(?:${CLOSING})(?: (?:${CLOSING}))*$`);

/** They would rather not answer this one, or do not know. */
export const hearsSkip = (text: string): boolean => SKIP.test(plain(text));
/** "Nothing": an answer, and there is nothing in it to go on about. */
export const hearsNothing = (text: string): boolean => NOTHING.test(plain(text));
/** Not now. */
export const hearsLater = (text: string): boolean => LATER.test(plain(text));
/** A word that closes and asks for no reply of substance. */
export const hearsGoodbye = (text: string): boolean => GOODBYE.test(plain(text));
/** A lone end, quit or cancel: carriers read it as an opt-out, in a conversation it is an answer. */
export const hearsEnd = (text: string): boolean => /^(?:end|quit|cancel)$/.test(plain(text));
/** "Yes", and nothing more yet. */
export const hearsYes = (text: string): boolean =>
  /^(?:y|ye|yes|yea|yeah|yeh|yep|yup|yh|ya|yes please|yeah ok|sure|i do|kinda|maybe|ydw|ie|plis)$/.test(plain(text));
/** "Hi" alone: nothing has been said yet. */
export const hearsGreeting = (text: string): boolean =>
  /^(?:(?:hi|hiya|hey|hello) )?(?:it'?s|its) (?:only |just )?me(?: now| again| here)?$|^(?:h+i+|hiya|hey+|hello+|helo|yo|alright|hi there|hey there|s'?mae|shwmae|haia)$/.test(
    plain(text),
  );
