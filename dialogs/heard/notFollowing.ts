import { plain } from './plain';

const FIRST = 'sorry|soz|um|er|but|ok|okay|hi|wait|and|so|please|pls|i mean|oh|tbh|lol';
const LAST = 'sorry|please|pls|lol|tbh|x+|here|now|though|tho|ok';

/** "today or in general", "health, school or home": which of several things was asked about. */
const ONE =
  '(?:at |in |my |the |just )*(?:today|now|rn|right now|this week|this month|in general|general|generally|overall|always|usually|school|home|health|college|work|friends|family|me|life|everything|anything)';
const EITHER = `${ONE}(?: (?:and |or )?${ONE})+`;

const WHAT_SAFE_IS = new RegExp(
  `^(?:(?:${FIRST}) )*(?:${[
    "(?:what|wot)(?:'s| is| does| counts? as| do (?:you|u) mean(?: by)?|s)? (?:being )?safe(?: (?:mean|meant|to you|here))?",
    '(?:define|explain) safe|safe (?:how|from what|from who|where|in what way)',
    "(?:beth|be) (?:mae|ydi|yw|wyt ti'n feddwl (?:efo|gyda)) (?:'n )?saff(?: (?:yn )?(?:ei )?(?:feddwl|olygu))?",
  ].join('|')})(?: (?:${LAST}))*$`,
  'u',
);

/** A whole message that asks what "safe" is: to who takes words literally it has more than one meaning. */
export const asksWhatSafeIs = (text: string): boolean =>
  /^\s*safe\s*\?+\s*$/i.test(text) || WHAT_SAFE_IS.test(plain(text));

/** A whole message, in plain form, that has not understood what we asked; also in the English of whoever learns it. */
export const NOT_FOLLOWING = new RegExp(
  `^(?:(?:${FIRST}) )*(?:${[
    "(?:i )?(?:just )?(?:really )?(?:don't|dont|do not|didn't|didnt|did not|can't|cant|no|not) (?:really )?(?:understand|understood|get|know what (?:you|u|that|this|it) mean?s?)(?: (?:it|this|that|these|you|u|the|question|questions|number|numbers|word|words|text|very|good|well|what|is|are|mean|means|asking|going|small|step|one|by|a|to))*",
    'what (?:do|did|r|are) (?:you|u) (?:mean|asking|on about)(?: (?:by|with) .{1,40})?|wdym(?: by .{1,40})?|what (?:you|u) mean(?: by .{1,40})?',
    "what(?:'s| does| is| do|s)?(?: (?:that|this|it|the|a|an|is|mean|meant|going|well|one|small|step|steps|up|number|0|10|to|from|\\d))* (?:mean|means|step|well)(?: (?:exactly|by that))?",
    'in what way|how do (?:you|u) mean|like what|such as|for example|what (?:sort|kind) of (?:thing|things|answer)|(?:how|what) (?:do|should|am|can) i (?:answer|say|put|write|supposed to (?:say|put|answer))(?: (?:this|that|it|to that|here))?|give (?:me )?an example|example',
    `(?:well |good )?in (?:what|which) (?:way|sense)(?: ${EITHER})?|(?:is (?:that|this|it)|do (?:you|u) mean|does (?:that|this|it) mean|(?:you|u) mean|about)(?: (?:a |the )?question)?(?: about)? ${EITHER}`,
    'huh|what|eh|pardon|explain(?: (?:it|that|this|please))?|(?:can|could) (?:you|u) explain(?: (?:it|that|this|more))?',
    "(?:dwi|dw i|fi) ddim yn (?:deall|dallt)(?: (?:hyn|hwn|hynny|y cwestiwn))?|ddim yn (?:deall|dallt)|be(?:th)? (?:ti'n|wyt ti'n|ydych chi'n|chi'n) (?:ei )?(?:feddwl|olygu)|beth mae (?:hynny|hwnna|hyn)(?:'n| yn) (?:ei )?feddwl",
  ].join('|')})(?: (?:${LAST}))*$`,
  'u',
);
