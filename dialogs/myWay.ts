import type { Language, Style } from '../src/vocabulary';
import { WHEN } from './heard/days';
import { plain } from './heard/plain';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

/** "My mum reads my phone": said in passing, and reason enough. */
const PHONE_IS_READ =
  /\b(?:reads?|checks?|goes through|looks? (?:at|through)|can see|monitors?) (?:all )?my (?:phone|texts?|messages|msgs|sms)\b/;

interface Choice {
  readonly asks: RegExp;
  readonly template: string;
  readonly style?: Style;
  readonly language?: Language;
}

const CHOICES: readonly Choice[] = [
  { asks: /^(?:1|discreet|less|give less away)$/, template: 'settings-discreet', style: 'discreet' },
  { asks: /^(?:2|normal|ordinary)(?: texts)?$/, template: 'settings-ordinary', style: 'ordinary' },
  {
    asks: /^(?:3|(?:(?:can (?:you|u) |please |pls )*(?:text|write|talk|speak|switch|change)(?: to)?(?: me)? ?)?(?:in |to )?(?:welsh|cymraeg)(?: please| pls)?|yn gymraeg)$/,
    template: 'settings-language',
    language: 'cy',
  },
  {
    asks: /^(?:4|(?:(?:can (?:you|u) |please |pls )*(?:text|write|talk|speak|switch|change)(?: to)?(?: me)? ?)?(?:in |to )?(?:english|saesneg)(?: please| pls)?|yn saesneg)$/,
    template: 'settings-language',
    language: 'en',
  },
];

/** Settings: how we write to them. What needs a person (days, hours, names) is passed on in their own words. */
export class MyWayDialog extends StepDialog {
  override readonly asks = 'something-else';
  protected readonly flow = 1;
  protected readonly first = 'choose';
  protected readonly steps: Readonly<Record<string, Step<object>>> = {
    choose: {
      ask: async (turn) => {
        await turn.say('settings');
        return 'wait';
      },
      hear: hearChoice,
    },
  };
}

async function hearChoice(turn: Turn): Promise<Next> {
  const said = plain(turn.words);
  const choice = CHOICES.find((one) => one.asks.test(said));
  if (choice) {
    await prefer(turn, choice);
    return 'done';
  }
  await passOnWish(turn);
  return 'done';
}

const PLEASE = '(?:please |pls |can (?:you|u) |could (?:you|u) )*';
/** What only a person can change: days, hours, a name, a check word, plainer words. */
const WISHES: readonly RegExp[] = [
  /^(?:please |pls |can (?:you|u) |could (?:you|u) )*(?:call me|my name is(?: actually)?|i'm called|im called) (?!back|when|if|later|now|tomorrow|tonight|today|on|at|after|before|asap|please|pls|names|a |an )\p{L}+(?: now| from now on| instead| not \p{L}+)?$/u,
  new RegExp(`^${PLEASE}(?:only )?(?:text|message|ask) me (?:only )?${WHEN}(?: please| pls)?$`, 'u'),
  new RegExp(
    `^(?:plis |alli di |allwch chi |elli di )*(?:ond )?(?:tecstia|decstio|negesu|gofyn)(?: i)? fi (?:ond )?${WHEN}(?: plis| os gwelwch yn dda)?$`,
    'u',
  ),
  new RegExp(
    `^(?:plis |alla i |ga i |gawn ni |allwn ni |dw i eisiau |dwi isio |dwi eisiau )*newid (?:(?:y |fy |ein )?(?:sgwrs|sgyrsiau|diwrnod|dydd|amser|oriau) )?(?:i |o .{1,20} i )?${WHEN}(?: plis| os gwelwch yn dda)?$`,
    'u',
  ),
  /^(?:please |pls |can (?:you|u|i|we) |could (?:you|u|i|we) )*(?:change|move|swap) (?:my|the) (?:check ?ins?|days?|times?|hours|name|check ?word|code ?word)\b.{0,30}$/,
  /^(?:please |pls |can (?:you|u) |could (?:you|u) )*(?:use|text in|write in|with) (?:plainer|easier|simpler|shorter|smaller) words$/,
];

/** Whether a whole message wishes for what only a person can change: days, hours, a name, plainer words. */
export function isWishInPassing(text: string): boolean {
  const said = plain(text);
  return WISHES.some((wish) => wish.test(said));
}

/** Their own words go on to their practitioner. */
export async function passOnWish(turn: Turn): Promise<void> {
  for (const { text: words, message } of turn.written) turn.wish({ wish: 'word-for-the-visit', words, message });
  await turn.say('settings-passed-on');
}

/** The choice that a message names by itself, in any conversation: a language, or a phone that is read. */
export function choiceInPassing(text: string): Choice | null {
  const said = plain(text);
  if (PHONE_IS_READ.test(said)) return { asks: PHONE_IS_READ, template: 'settings-discreet', style: 'discreet' };
  return CHOICES.find((one) => one.language !== undefined && one.asks.test(said) && !/^\d$/.test(said)) ?? null;
}

/** Records the choice and says so, already in the way they chose. */
export async function prefer(turn: Turn, { template, style, language }: Choice): Promise<void> {
  turn.wish({ wish: 'prefer', ...(style && { style }), ...(language && { language }) });
  turn.style = style ?? turn.style;
  turn.language = language ?? turn.language;
  await turn.say(template);
}
