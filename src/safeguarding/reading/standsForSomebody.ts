import { isAlsoWord, TITLES } from './kinNames';

/** A word of a folded text, with what parts it from the one before (as for tokens) and as it was written. */
export interface Said {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  readonly breakBefore: 0 | 1 | 2;
  readonly written: string;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** "my mate lee", "a lad called lee", "sir lee": said before the name of another. */
const OTHERS = set(
  `mate friend bestie bezzie cousin cuz brother bro bruv sister sis teacher sir coach boyfriend girlfriend bf gf crush
  neighbour called named mentor worker buddy saint st lad girl boy kid`,
);
/** "lee from school" is not the one at home. */
const FROM_HOME = set('home work upstairs downstairs behind');
const AT_SCHOOL = set('class year form school team tutor maths english science pe');
/** A sentence may begin behind these. */
const CLAUSE_STARTS = set(
  `and but so cos coz cause bc because when if that then now after before while why how what where lol pls please says said
  think thought know knew told me mum again yesterday today tonight is does did has was will would can yeah yes no ok until
  till since except hi hey u you anymore here home there night morning omg idk tbh ngl fr`,
);
/** What somebody does, and what the plain word does not stand before: "mark keeps", "grace made". */
const DOES = set(
  `is isnt was wasnt has hasnt had hadnt does doesnt did didnt keeps kept always never just still only even wont wouldnt
  would could couldnt cant said says told tells asked asks made makes came comes got gets gave gives took takes went goes left
  leaves puts threw throws wants lets sits sat stood stands bites spits bit sent sends found
  knows knew thinks broke drank drinks sleeps slept swung strangles kicks slaps punches grabs pushes touches kisses
  locks chokes shouts screams calls burns burnt shoves smacks drags follows watches walks shows forces threatens starts
  stops tries shook shakes held holds pins twisted hid hides took stole steals sells sold drives drove caught smashes
  rapes gropes feels felt rubs whips belts headbutts bullies controls checks reads feeds starves stares films`,
);
/** "summer hits different": said of anything, and of somebody where it is done to somebody. */
const NOW = set('hits beats hurts cuts puts');
/** The same word now, once and to come: "hit". */
const AT_ANY_TIME = set('hit hurt beat cut put let shut spit come');
const WHOM = set('me us him her them my mum mam dad our nan the');
/** "will hit me up later" is "I will", and "will hit me again" is Will. */
const ENDS_IT = set(
  'again last yesterday today with in on so cos coz because bc really hard and round across when twice loads every most',
);
const MODALS = set('will may');
/** "mum will hit me": said to do it, with "will" between. */
const MAY_DO_IT = set('mum me u you i home here there night morning anymore');
/** "scared of will", "alone with grace". */
const FEAR = set('scared afraid frightened terrified petrified shook sick frit fed');
const WITH = set('with');
const AFTER_WHOM = set(
  `and when cos coz because bc so but he she hes shes is was to tonight at in anymore again comes gets got came if pls please
  till until while all every on for`,
);
const HOME_FOLK = set('mum mam mom mummy dad me my i nan brother sister');
/** "marks house", "in wills bed". */
const BELONGINGS = set(
  `house flat place room bed bedroom mate mates friend friends brother car van caravan hand hands belt phone laptop garage
  shed temper fault knee lap`,
);

/** Whether that first name is said of another than the one at home: a mate's, a teacher's, one from school. */
export function isSomebodyElse(said: readonly Said[], at: number, family: string | null): boolean {
  const { breakBefore } = said[at] as Said;
  const before = breakBefore === 0 ? said[at - 1]?.word : undefined;
  if (before !== undefined && (OTHERS.has(before) || TITLES.has(before))) return true;
  const [next, second, third] = behind(said, at);
  if (next === 'from' && second !== undefined && !FROM_HOME.has(second)) return true;
  if (next === 'next' && second === 'door') return true;
  if (next === 'in' && (AT_SCHOOL.has(second ?? '') || AT_SCHOOL.has(third ?? ''))) return true;
  return hasAnotherFamilyName(said, at, family);
}

/** "Lee Evans", where Lee Marsh is at home. */
function hasAnotherFamilyName(said: readonly Said[], at: number, family: string | null): boolean {
  const next = said[at + 1];
  if (family === null || next === undefined || next.breakBefore > 0 || !capitalsTell(said)) return false;
  return isCapital(said[at] as Said) && isCapital(next) && next.word !== family && next.word !== `${family}s`;
}

/**
 * Whether a word that is a name at home stands for somebody. Most names do wherever they stand. "will", "mark", "grace"
 * do with a capital inside a sentence, where somebody acts or is acted with ("mark keeps hitting me", "scared of will"),
 * beside family ("mum and rose"), and where something is theirs ("at marks house").
 */
export function standsForSomebody(said: readonly Said[], at: number, form: 'plain' | 'possessive'): boolean {
  const { word, breakBefore } = said[at] as Said;
  const name = form === 'possessive' ? word.slice(0, -1) : word;
  if (!isAlsoWord(name)) return true;
  if (breakBefore < 2 && isCapital(said[at] as Said) && capitalsTell(said) && !isTimeOfYear(said, at)) return true;
  if (form === 'possessive') return BELONGINGS.has(behind(said, at)[0] ?? '');
  return isDoer(said, at) || isCompany(said, at);
}

const TIME_BEFORE = set('in on last next this since until till by of every early late 1st');

/** "in May", "last Summer". */
function isTimeOfYear(said: readonly Said[], at: number): boolean {
  return TIME_BEFORE.has(said[at - 1]?.word ?? '');
}

function isDoer(said: readonly Said[], at: number): boolean {
  const { word, breakBefore } = said[at] as Said;
  const before = said[at - 1]?.word ?? '';
  if (breakBefore === 0 && !CLAUSE_STARTS.has(before)) return false;
  const [next = '', second = '', third] = behind(said, at);
  if (DOES.has(next) || /[a-z]{3}ed$/.test(next) || (next === 'and' && HOME_FOLK.has(second))) return true;
  if (!(NOW.has(next) || AT_ANY_TIME.has(next)) || !WHOM.has(second)) return false;
  if (NOW.has(next) || !MODALS.has(word)) return true;
  return (third === undefined || ENDS_IT.has(third)) && (breakBefore > 0 || !MAY_DO_IT.has(before));
}

function isCompany(said: readonly Said[], at: number): boolean {
  const { breakBefore } = said[at] as Said;
  const before = said[at - 1]?.word ?? '';
  const beforeThat = said[at - 2]?.word ?? '';
  const [next] = behind(said, at);
  if (breakBefore > 0) return false;
  const ends = next === undefined || AFTER_WHOM.has(next);
  if (before === 'and' && HOME_FOLK.has(beforeThat)) return true;
  return ends && (WITH.has(before) || (before === 'of' && FEAR.has(beforeThat)));
}

function behind(said: readonly Said[], at: number): readonly string[] {
  const words: string[] = [];
  for (let next = at + 1; next < said.length && words.length < 3; next += 1) {
    if ((said[next] as Said).breakBefore > 0) break;
    words.push((said[next] as Said).word);
  }
  return words;
}

function isCapital({ written }: Said): boolean {
  return /^\p{Lu}\p{Ll}/u.test(written);
}

/** A text that is all capitals, or begins every word with one, tells nothing by them. */
function capitalsTell(said: readonly Said[]): boolean {
  return said.filter(({ written }) => /^\p{Lu}/u.test(written)).length * 2 <= said.length + 1;
}
