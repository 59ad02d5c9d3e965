import { plain } from './plain';

const FIRST = 'hi|hey|ok|okay|yeah|yes|yh|its ok|update|helo|iawn|ydw|ie';
const AM = "(?:(?:i'm|im|i am|we're|were|we are|i've|ive) )?(?:(?:just|all|back|got|made it|finally) )*";
const WELSH_AM = "(?:rydw|dw|dwi|rwy)(?: i)?(?:'n)?(?: yn| wedi cyrraedd)? ?";
const INDOORS = `(?:${AM}(?:home|inside|indoors|in the house)|${WELSH_AM}(?:gartref|adre|adra|gatre|yn y t[yŷ]))`;
const SAFE = `(?:${AM}(?:safe|(?:ok|okay|alright|fine) now)|${WELSH_AM}(?:saff|iawn (?:nawr|rwan|erbyn hyn)))`;
const HELP_CAME =
  "(?:the )?(?:police|ambulance|paramedics) (?:are |is |r |have |has )?(?:here|arrived|come|came)|(?:mae'r|ma'r) (?:heddlu|ambiwlans) (?:yma|wedi cyrraedd)";
const GOOD = 'and safe|safe|safely|and ok|thanks?|thank you|ty|thx|yn saff|yn ddiogel|diolch';
const LAST = `now|again|x+|nawr|rwan|erbyn hyn|${GOOD}`;
const LEADS_IN = `^(?:(?:${FIRST}) )*`;

const SAYS_SAFE = new RegExp(
  `${LEADS_IN}(?:${SAFE}|${HELP_CAME}|${INDOORS}(?: (?:now|again|nawr|rwan))* (?:${GOOD}))(?: (?:${LAST}))*$`,
  'u',
);
const SAYS_INDOORS = new RegExp(`${LEADS_IN}${INDOORS}(?: (?:${LAST}))*$`, 'u');

/** A whole message that says it is over, or that help came: "im home now thanks", "the police are here". */
export function saysTheyAreSafe(text: string): boolean {
  return SAYS_SAFE.test(plain(text));
}

/** A whole message that only says that they are indoors: "im home now". Whether that is good is not in it. */
export function saysTheyAreIndoors(text: string): boolean {
  return SAYS_INDOORS.test(plain(text));
}
