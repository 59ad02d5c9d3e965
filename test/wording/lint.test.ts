import { lintForYoungPerson, lintNeutral, lintNotice, suggestLanguage, VICTIM_BLAMING } from '../../src/wording';

test.each([
  ['We promise to help.'],
  ['Sam is always here.'],
  ["We won't tell anyone."],
  ['I believe you.'],
  ["I'm here for you."],
  ['It will be ok.'],
  ["Why didn't you say?"],
  ["You haven't replied."],
  ['This is a safeguarding concern.'],
  ['Well done!'],
  ['Thanks 😊'],
])('"%s" may not be said to a young person', (text) => {
  expect(lintForYoungPerson(text)).toHaveLength(1);
});

test.each([['Thank you for telling us. It is not your fault.'], ["You don't have to say it twice."]])(
  '"%s" may be said',
  (text) => {
    expect(lintForYoungPerson(text)).toEqual([]);
  },
);

test('a neutral text names no help and gives no subject away', () => {
  expect(lintNeutral('Call 999 if you are not safe.')).toHaveLength(2);
  expect(lintNeutral('Text HELP')).toHaveLength(1);
  expect(lintNeutral('How are you today, 0 to 10?')).toEqual([]);
});

test('a notice carries no level and no content', () => {
  expect(lintNotice('An urgent safeguarding message')).toHaveLength(1);
  expect(lintNotice('A message needs you NOW.')).toEqual([]);
});

test('every one of the 32 pairs suggests what to say instead, and where', () => {
  expect(VICTIM_BLAMING).toHaveLength(32);
  expect(suggestLanguage('She keeps going missing and is hard to reach.').map((one) => one.words)).toEqual([
    'keeps going missing',
    'hard to reach',
  ]);
  expect(suggestLanguage('He is putting himself at risk')[0]).toMatchObject({
    words: 'putting himself at risk',
    start: 6,
  });
});

test('plain facts about a young person are left alone', () => {
  expect(suggestLanguage('Kai was missing for two nights and said no to a lift today.')).toEqual([]);
  expect(suggestLanguage('He missed the bus and went back to school.')).toEqual([]);
});
