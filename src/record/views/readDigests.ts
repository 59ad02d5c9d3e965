import type { DeliveryState, NoticeChannel } from '../../vocabulary';
import type { Db } from '../db';
import type { DigestSeen, HistoryItem } from './types';

interface Row {
  id: string;
  channel: NoticeChannel;
  state: DeliveryState;
}

/** The morning lists a concern has a place in, as its chain tells of them, each once, in the order they were planned. */
export async function readDigests(db: Db, history: readonly HistoryItem[]): Promise<readonly DigestSeen[]> {
  const planned = history.filter(({ name }) => name === 'digest-planned');
  if (planned.length === 0) return [];
  const sent = history.filter(({ name }) => name === 'digest-sent');
  const texts = await db.all<Row>('select id, channel, state from deliveries where id = any($1)', [
    sent.map(({ data }) => data['delivery']),
  ]);
  return planned
    .filter((one, index) => planned.findIndex((other) => isSameList(one, other)) === index)
    .map((place) => {
      const went = sent.find((one) => isSameList(one, place));
      const text = texts.find(({ id }) => id === went?.data['delivery']);
      return {
        practitioner: String(place.data['practitioner']),
        plannedAt: place.at,
        goesAt: String(place.data['until']),
        withdrawnAt: went === undefined ? withdrawn(history, place) : null,
        sent: went === undefined || text === undefined ? null : { at: went.at, by: text.channel, state: text.state },
      };
    });
}

function isSameList(one: HistoryItem, other: HistoryItem): boolean {
  return one.data['practitioner'] === other.data['practitioner'] && one.data['until'] === other.data['until'];
}

/** What is taken back from somebody is everything of the concern that had not gone to them. */
function withdrawn(history: readonly HistoryItem[], { at, data }: HistoryItem): HistoryItem['at'] | null {
  const takenBack = history.find(
    (one) => one.name === 'notice-withdrawn' && one.at >= at && one.data['practitioner'] === data['practitioner'],
  );
  return takenBack?.at ?? null;
}
