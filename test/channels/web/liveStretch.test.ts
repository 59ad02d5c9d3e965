import { isLive, owesCheckWord, sameCheckWord, touch } from '../../../src/channels/web/session/liveStretch';
import type { WebSession } from '../../../src/channels/web/ports';

const at = (time: string): string => `2026-11-22T${time}.000Z`;
const SESSION: WebSession = {
  id: 's',
  youngPerson: 'jade',
  liveSince: at('12:00:00'),
  activeAt: at('12:10:00'),
  checkedAt: null,
};

describe('a live stretch', () => {
  it.each([
    ['12:24:59', true],
    ['12:25:00', false],
  ])('at %s, a quarter of an hour after the last thing done, is live: %s', (time, live) => {
    expect(isLive(SESSION, at(time))).toBe(live);
  });

  it('goes on while things are done, and begins anew, empty, after it was over', () => {
    expect(touch(SESSION, at('12:20:00'))).toMatchObject({ liveSince: at('12:00:00'), activeAt: at('12:20:00') });
    expect(touch(SESSION, at('12:25:00'))).toMatchObject({ liveSince: at('12:25:00'), activeAt: at('12:25:00') });
  });
});

describe('a check word', () => {
  it.each([
    ['nobody wished for one', null, null, '12:11:00', false],
    ['it was never given', 'kettle', null, '12:11:00', true],
    ['it was given in this stretch', 'kettle', '12:00:00', '12:11:00', false],
    ['it was given in an earlier stretch', 'kettle', '11:59:00', '12:11:00', true],
    ['the stretch it was given in is over', 'kettle', '12:05:00', '12:30:00', true],
  ])('when %s', (_when, word, checkedAt, now, owed) => {
    expect(owesCheckWord({ ...SESSION, checkedAt: checkedAt && at(checkedAt) }, word, at(now))).toBe(owed);
  });

  it.each([
    ['blue kettle', true],
    ['  BLUE   Kettle ', true],
    ['bluekettle', false],
    ['', false],
  ])('typed as "%s" is the word "Blue Kettle": %s', (given, same) => {
    expect(sameCheckWord(given, 'Blue Kettle')).toBe(same);
  });
});
