import { plain } from './plain';
import { containing, wholly } from './wordings';

/** Whoever stands beside them while they write: a wording a line, English before Welsh. */
const THEY =
  "(?:he|she|they|someone|somebody|(?:my |me |his |her )?(?:step ?)?(?:mum|mam|mom|dad|parents|brother|sister|uncle|aunt|auntie|nan|boyfriend|girlfriend|bf|gf|carer))(?:'s| is| are|s| r)?";
const NEAR =
  '(?:here|(?:sat |stood |right )*(?:next to|beside|behind|with) me|in (?:the|my) (?:room|car)|(?:watching|listening|looking|reading)(?: (?:me|this|it|in|over my shoulder|at my (?:phone|screen)|my (?:phone|texts|messages)))*)';
const WELSH_NEAR =
  "(?:mae'?n?|ma) (?:o|e|hi|nhw|dad|mam|fy nhad|fy mam)(?:'n| yn)? (?:darllen|edrych|gwylio|gwrando|sbio)(?: (?:dros fy ysgwydd|ar fy ffôn|arna i))?";
const CANNOT =
  "(?:i )?(?:can't|cant|cannot|cudnt) (?:really )?(?:talk|text|txt|write|type|say|speak)(?: (?:now|rn|much|more|here|properly))*";
const NO_REPLY =
  "(?:don't|dont|do not|please don't|pls dont) (?:(?:text|txt|write|message|msg|reply|answer|respond)(?: me)?(?: back| now| yet| rn| tonight| here| to (?:this|me))*|(?:send|say) (?:anything|nothing|stuff)(?: back)?)";
const FIRST = '(?:(?:ok|okay|please|pls|plz|no|wait|shh|sh|just|but|and|quick) )*';

const WATCHED = containing(
  '\\bover my shoulder\\b',
  `^${FIRST}${CANNOT} (?:cos |coz |cuz |because |as )?${THEY} ${NEAR}$`,
  `^${FIRST}${NO_REPLY}(?: (?:cos |coz |cuz |because )?${THEY} ${NEAR})?$`,
  `^${FIRST}${THEY} (?:watching|listening|looking|reading)(?: (?:me|this|it|in|at my (?:phone|screen)|my (?:phone|texts|messages)))+$`,
  '\\bdros fy ysgwydd\\b',
  `^(?:plis |ond )*(?:paid|peidiwch) (?:â |ag |a )?(?:thecstio|tecstio|ateb|ysgrifennu|anfon)(?:'n ôl| yn ôl| nôl| dim| nawr| rwan)*$`,
  `^${WELSH_NEAR}$`,
);

const WANTS_NO_REPLY = wholly(
  `${FIRST}${NO_REPLY}(?: (?:cos |coz |cuz |because )?${THEY} ${NEAR})?(?: (?:please|pls|plz|ok|x+))*`,
  `(?:plis |ond )*(?:paid|peidiwch) (?:â |ag |a )?(?:thecstio|tecstio|ateb|ysgrifennu|anfon)(?:'n ôl| yn ôl| nôl| dim| nawr| rwan| plis)*`,
);

/** Somebody beside them may read what we send, now: "cant talk hes next to me". A phone that is read always is a setting. */
export const saysTheyAreWatched = (text: string): boolean => WATCHED.test(plain(text));

/** A whole message that wants no text back: "dont txt back". Every text ended is another wish, and the carrier's word. */
export const wantsNoReply = (text: string): boolean => WANTS_NO_REPLY.test(plain(text));
