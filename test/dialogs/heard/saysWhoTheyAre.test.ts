import { saysWhoTheyAre } from '../../../dialogs/heard/saysWhoTheyAre';

test.each([
  'its amy, taras my worker, lost my phone',
  "It's Leo. Sam's my mentor",
  'hi this is jade new number',
  'my name is kai im on my nans phone',
  "my name's Nia and carol is my support worker",
  'hey\nits amy\nmy phone broke so new sim',
])('"%s" says who they are, and whom they know here or why the number is another', (words) => {
  expect(saysWhoTheyAre(words)).toBe(true);
});

test.each([
  'hi',
  'its amy',
  'its me i lost my phone',
  'its raining and i broke my phone',
  'this is about my mentor',
  'i lost my phone',
  'who is this',
  'its not fair my mum took my new phone',
  'is this the youth worker',
])('"%s" does not', (words) => {
  expect(saysWhoTheyAre(words)).toBe(false);
});
