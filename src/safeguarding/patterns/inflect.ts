const IRREGULAR: Readonly<Record<string, string>> = {
  beat: 'beats beating beaten',
  bite: 'bites biting bit bitten',
  break: 'breaks breaking broke broken',
  bring: 'brings bringing brought',
  buy: 'buys buying bought',
  catch: 'catches catching caught',
  choke: 'chokes choking choked',
  come: 'comes coming came',
  cut: 'cuts cutting',
  die: 'dies dying died',
  do: 'does doing did done',
  drink: 'drinks drinking drank drunk',
  drive: 'drives driving drove driven',
  eat: 'eats eating ate eaten',
  fall: 'falls falling fell fallen',
  feel: 'feels feeling felt',
  fight: 'fights fighting fought',
  find: 'finds finding found',
  forget: 'forgets forgetting forgot forgotten',
  get: 'gets getting got gotten',
  give: 'gives giving gave given',
  go: 'goes going went gone',
  grind: 'grinds grinding ground',
  hang: 'hangs hanging hung hanged',
  have: 'has having had',
  hear: 'hears hearing heard',
  hide: 'hides hiding hid hidden',
  hit: 'hits hitting',
  hold: 'holds holding held',
  hurt: 'hurts hurting',
  keep: 'keeps keeping kept',
  kick: 'kicks kicking kicked',
  know: 'knows knowing knew known',
  leave: 'leaves leaving left',
  lie: 'lies lying lied',
  live: 'lives living lived',
  lose: 'loses losing lost',
  make: 'makes making made',
  meet: 'meets meeting met',
  pay: 'pays paying paid',
  put: 'puts putting',
  rob: 'robs robbing robbed',
  run: 'runs running ran',
  say: 'says saying said',
  see: 'sees seeing saw seen',
  sell: 'sells selling sold',
  send: 'sends sending sent',
  shoot: 'shoots shooting shot',
  shut: 'shuts shutting',
  sleep: 'sleeps sleeping slept',
  speak: 'speaks speaking spoke spoken',
  spit: 'spits spitting spat',
  stab: 'stabs stabbing stabbed',
  stand: 'stands standing stood',
  steal: 'steals stealing stole stolen',
  stick: 'sticks sticking stuck',
  swear: 'swears swearing swore',
  take: 'takes taking took taken',
  tell: 'tells telling told',
  think: 'thinks thinking thought',
  throw: 'throws throwing threw thrown',
  wake: 'wakes waking woke woken',
  wear: 'wears wearing wore worn',
  write: 'writes writing wrote written',
  knife: 'knives',
  child: 'children',
  man: 'men',
  woman: 'women',
  wolf: 'wolves',
  shelf: 'shelves',
};
const DOUBLING = /^(?:[^aeiou]*|.*[^aeiou])[aeiou][bdgklmnprt]$/;

/**
 * Every common form of a word written with a trailing `~` in a rule: "slap~" is slap, slaps, slapping, slapped.
 * Doubtful forms are harmless: a word that nobody writes matches nothing.
 */
export function inflections(word: string): readonly string[] {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return [word, ...irregular.split(' ')];
  if (word.endsWith('e')) return [word, `${word}s`, `${word.slice(0, -1)}ing`, `${word}d`];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word}ing`, `${word.slice(0, -1)}ied`];
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [word, `${word}es`, `${word}ing`, `${word}ed`];
  const stem = DOUBLING.test(word) && word.length <= 5 ? word + word.at(-1) : word;
  return [...new Set([word, `${word}s`, `${stem}ing`, `${stem}ed`, `${word}ing`, `${word}ed`])];
}
