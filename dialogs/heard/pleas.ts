import { plain } from './plain';

const BEFORE =
  "(?:(?:so|and|but|wait|ok|okay|um|omg|no|sorry|lol|just|then|please|pls|plz|promise|promise me|you can't|you cant|u cant|cant) )*";
const AFTER =
  '(?: (?:please|pls|plz|ok|okay|lol|now|yet|about (?:it|this|that|me)|this|that|it|x+|i (?:said|told you)(?: (?:that|this|it))?))*';
const ANYBODY =
  '(?:any ?one|any ?body|no ?one|nobody|people|them|him|her|everyone|every ?body)(?: else| at all| about (?:it|this|that|me))?';

/** A whole message that begs that nobody be told; against its plain form. A name, or who somebody is, is another plea. */
export const PLEADS = new RegExp(
  `^${BEFORE}(?:(?:don't|dont|do not|never|not to|to not) )?(?:(?:don't|dont|do not|never) )(?:tell|say (?:anything|it|this) to|let) ${ANYBODY}(?: know| see)?${AFTER}$` +
    `|^${BEFORE}(?:keep (?:it|this) (?:a )?(?:secret|quiet|private|between us))${AFTER}$` +
    '|^(?:plis |ond |a )*(?:paid|peidiwch|paid ti) (?:â |a )?(?:dweud|deud)(?: (?:hyn|hwn|dim))? ?(?:wrth )?(?:neb|unrhyw un|nhw|rhywun)(?: plis| am hyn)*$',
  'u',
);

const GONE =
  '(?:it|that|this|them|everything|all of (?:it|this|that|them)|all (?:this|that|my (?:texts|messages|msgs|stuff))|my (?:texts?|messages?|msgs?)|(?:that|this|my last|the last) (?:text|message|msg)|what i (?:said|sent|wrote|put|told you))';

/** A whole message that wants what was written gone; against its plain form. "My data" is a wish of its own. */
export const WANTS_GONE = new RegExp(
  `^(?:(?:please|pls|plz|can (?:you|u)|could (?:you|u)|just|ok|no|wait|omg|actually|i want you to|i want to) )*(?:delete|erase|wipe|unsend|get rid of|remove) ${GONE}(?: (?:please|pls|plz|now|ok|i (?:didn't|didnt) mean it))*$` +
    '|^(?:plis |ond )*(?:delete|dilea|dileu|dilëwch|cael gwared (?:ar|o)|cer i ddileu) (?:popeth|bopeth|hwn|hyn|y cyfan|cwbl|y cwbl|fy negeseuon|o|fo|e)(?: plis)*$',
  'u',
);

/** Question marks alone: what did we mean? A cry for help that is one sign: help. Else the words in plain form. */
export function saidPlainly(text: string): string {
  if (/^\s*\?+\s*$/.test(text)) return 'huh';
  return /^\s*(?:\u{1F198}\s*)+$/u.test(text) ? 'help' : plain(text);
}
