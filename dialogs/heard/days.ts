import { plain } from './plain';

/** Joined to a pattern: a day or a part of one as they write it, in English or Welsh, with what its first sound becomes. */
const DAYS: readonly string[] = [
  '(?<!\\bi )(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:days?)?|week ?days?|(?:the )?weekends?',
  '(?:(?:d?dydd|nos|d?ddydd) )?(?:l+un|mawrth|fawrth|mercher|fercher|iau|gwener|wener|sadwrn|sul)|(?:y )?penwythnos',
  'tomorrow|next week|another (?:day|time)|(?:in )?the (?:mornings?|afternoons?|evenings?)|school|work|lunch',
  "yfory|fory|trennydd|drennydd|wythnos nesaf|(?:d?dydd|diwrnod) arall|(?:y |yn y )?(?:bore|prynhawn|pnawn|nos)|gyda'r nos|yr ysgol|ysgol|cinio",
];
const CLOCK =
  "\\d{1,2}(?:[:.]\\d\\d)?(?: ?(?:am|pm|yb|yh|o'clock|o'r gloch|y bore|y prynhawn|y pnawn|yr hwyr))?|hanner dydd|noon";
const BEFORE = "(?:after|before|at|on|in|by|every|next|around|about|ar ôl|ar ol|cyn|ar|am|bob|erbyn|tua|dydd|o|i|'r)";

/** A day, a time, or both: "monday", "ar ddydd Llun", "after 4pm", "dydd Iau am 5yh". */
export const WHEN = `(?:${BEFORE} )*(?:${[...DAYS, CLOCK].join('|')})(?: (?:${BEFORE} )*(?:${[...DAYS, CLOCK].join('|')}))*`;

const ONLY_A_DAY = new RegExp(
  `^(?:(?:maybe|can we do|can it be|could it be|what about|how about|do it|ask me|let's do|lets do|efallai|beth am|gawn ni|gofyn i fi) )*(?!\\d)(?:${BEFORE} )*(?:${DAYS.join('|')})(?: (?:${BEFORE} )*(?:${[...DAYS, CLOCK].join('|')}))*(?: (?:please|pls|plis|instead|yn lle|os gwelwch yn dda|ok|thanks|diolch))*$`,
  'u',
);

/** A whole message that only names another day, or part of one: "ar ddydd Llun", "monday instead". */
export const namesADay = (text: string): boolean => ONLY_A_DAY.test(plain(text));
