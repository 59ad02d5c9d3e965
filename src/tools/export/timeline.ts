import type { Held } from '../../app/alone/holdings';
import { firstName, mayBeCutOff, type Instant, type Roster } from '../../vocabulary';

type CaseWhole = Held['concerns'][number];

/** One thing that happened in a case, in the words of a page that is also read aloud. */
export interface Row {
  readonly at: Instant;
  readonly who: string;
  readonly what: string;
}

const BY = { sms: 'text', voice: 'call', email: 'e-mail', web: 'web chat' } as const;

/** A case from its first word to its end, in the order it was lived. */
export function timelineOf(whole: CaseWhole, roster: Roster): readonly Row[] {
  const name = (id: string | null) => nameOf(roster, id);
  const rows = [
    ...whole.thread.map((item) => said(item, name)),
    ...whole.assessments.map(judged),
    ...whole.notices.map((notice) => told(notice, name)),
    ...whole.summary.acts.map((done) => ({
      at: done.at,
      who: name(done.by),
      what: `${ACTS[done.act]}, as ${plain(done.as)}`,
    })),
    ...whole.history.flatMap((item) => noticed(item, name)),
    ...whole.talks.map((talk) => spoken(talk, name)),
    ...whole.decisions.map((decision) => decided(decision, name)),
    ...(whole.closed ? [closed(whole.closed, name)] : []),
  ];
  return rows.toSorted((a, b) => a.at.localeCompare(b.at));
}

type NameOf = (id: string | null) => string;

function nameOf({ practitioners }: Roster, id: string | null): string {
  const found = practitioners.find((one) => one.id === id);
  return found ? firstName(found) : (id ?? 'The service');
}

const ACTS = {
  seen: 'Opened it',
  'taken-on': 'Took it on',
  decided: 'Decided',
  contacted: 'Reached the young person',
} as const;

function said(item: CaseWhole['thread'][number], name: NameOf): Row {
  const who =
    item.from === 'young-person' ? 'The young person' : item.from === 'service' ? 'The service' : name(item.who);
  const kind = item.kind === 'text' ? '' : ` (${plain(item.kind)})`;
  const state = item.state === null ? '' : ` [${plain(item.state)}]`;
  const end = item.from === 'young-person' && mayBeCutOff(item) ? ' [its end may be missing]' : '';
  return { at: item.at, who, what: `By ${BY[item.channel]}${kind}: “${item.text}”${end}${state}` };
}

function judged({ at, level, kinds, because, by }: CaseWhole['assessments'][number]): Row {
  const why = because.map(({ rule, evidence }) => `${rule}: “${evidence}”`).join('; ');
  return { at, who: by === 'rules' ? 'The rules' : 'The reader', what: `Judged ${level}, ${kinds.join(', ')}. ${why}` };
}

function told({ madeAt, practitioner, as, by, state, withdrawnAt }: CaseWhole['notices'][number], name: NameOf): Row {
  const after = withdrawnAt === null ? '' : '; taken back later';
  return {
    at: madeAt,
    who: 'The service',
    what: `Told ${name(practitioner)}, as ${plain(as)}, by ${BY[by]}: ${plain(state ?? 'not sent')}${after}`,
  };
}

function noticed({ at, name: event, data }: CaseWhole['history'][number], name: NameOf): Row[] {
  const reason = plain(String(data['reason'] ?? ''));
  switch (event) {
    case 'concern-opened':
      return [{ at, who: 'The service', what: `Opened a concern: ${String(data['level'])}` }];
    case 'concern-raised':
      return [{ at, who: 'The service', what: `Raised it: ${String(data['level'])}` }];
    case 'nobody-on-duty':
    case 'notice-missed': {
      const whom = data['practitioner'] ? name(String(data['practitioner'])) : 'nobody';
      return [{ at, who: 'The service', what: `As ${plain(String(data['as']))}: ${whom}, ${reason}` }];
    }
    case 'act-reopened':
      return [{ at, who: 'The service', what: `Open again: ${plain(String(data['act']))}, ${reason}` }];
    default:
      return [];
  }
}

function spoken({ spokenAt, by, way, safe, words, apart }: CaseWhole['talks'][number], name: NameOf): Row {
  const after = apart ? ' [noted after their view ended]' : '';
  return {
    at: spokenAt,
    who: name(by),
    what: `Spoke with them ${plain(way)}. Safe: ${plain(safe)}. “${words}”${after}`,
  };
}

function decided({ at, by, referred, to, reason, toldYoungPerson }: CaseWhole['decisions'][number], name: NameOf): Row {
  const how = referred ? `Referred to ${to ?? 'somebody outside'}` : 'Not referred';
  return { at, who: name(by), what: `${how}. ${reason}. The young person was told: ${toldYoungPerson}.` };
}

function closed({ at, by, outcome, reason }: NonNullable<CaseWhole['closed']>, name: NameOf): Row {
  return { at, who: name(by), what: `Closed it: ${outcome}. ${reason}` };
}

/** "duty-lead" → "duty lead". */
function plain(word: string): string {
  return word.replaceAll('-', ' ');
}
