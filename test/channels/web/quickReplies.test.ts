import { quickReplies } from '../../../src/channels/web/thread/quickReplies';

describe('the buttons for a question of ours', () => {
  it.each([
    ['Are you safe right now? Text 1 yes, 2 no, 3 not sure. In danger call 999.', ['1 Yes', '2 No', '3 Not sure']],
    ['Sam will ring at 7:40. OK? Text 1 yes, 2 no, 3 text me instead.', ['1 Yes', '2 No', '3 Text me instead']],
    ['Wyt ti’n saff nawr? Tecstia 1 ydw, 2 nac ydw, 3 ddim yn siŵr.', ['1 Ydw', '2 Nac ydw', '3 Ddim yn siŵr']],
    ['Want to choose how? Text 1 be there, 2 by phone', ['1 Be there', '2 By phone']],
  ])('%s', (text, expected) => {
    expect(quickReplies(text).map((reply) => `${reply.value} ${reply.title}`)).toEqual(expected);
  });

  it.each(['How are you today, 0 to 10?', 'Sut wyt ti heddiw, 0 i 10?', 'What number is it today, 0 to 10?'])(
    'are the eleven moods for "%s"',
    (text) => {
      expect(quickReplies(text).map((reply) => reply.value)).toEqual([...'0123456789', '10']);
    },
  );

  it.each([
    ['a number in passing', 'Sam will read it by 20:15. You were 1 of 3 who wrote.'],
    ['one choice is no choice', 'Text 1 yes.'],
    ['numbers that do not run', 'Text 1 yes, 3 no.'],
    ['helplines', 'Call Childline 0800 1111, or 999.'],
    ['plain words', 'What is going well?'],
  ])('are none for %s', (_why, text) => {
    expect(quickReplies(text)).toEqual([]);
  });
});
