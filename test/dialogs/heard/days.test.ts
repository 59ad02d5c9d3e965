import { namesADay } from '../../../dialogs/heard/days';
import { isWishInPassing } from '../../../dialogs/myWay';

test.each([
  'monday',
  'on Monday',
  'maybe thursday?',
  'can we do friday instead',
  'tomorrow',
  'next week',
  'monday after 4pm',
  'dydd Llun',
  'ar dydd Llun',
  'ar ddydd Llun',
  'ddydd Mawrth',
  'nos Fercher',
  'dydd Iau am 5yh',
  'dydd Gwener ar ôl yr ysgol',
  'beth am ddydd Sadwrn',
  'bob dydd Sul',
  'yfory',
  'wythnos nesaf',
  'yn y bore',
  'ar y penwythnos plis',
])('"%s" names a day', (text) => expect(namesADay(text)).toBe(true));

test.each([
  '7',
  'monday was rubbish',
  'dydd Llun roedd mam yn crio',
  'llun noeth',
  'he comes on monday',
  'i sat',
  'sunny',
  '',
])('"%s" is something else', (text) => expect(namesADay(text)).toBe(false));

test.each([
  'text me on monday',
  'can you text me after 7pm',
  'change my check in to friday',
  'tecstia fi ar ddydd Llun',
  'plis tecstia fi ar ôl yr ysgol',
  'alla i newid i ddydd Mawrth',
  'newid fy sgwrs i nos Iau am 6yh',
  'gawn ni newid y diwrnod i ddydd Gwener',
])('"%s" is a wish for another time', (text) => expect(isWishInPassing(text)).toBe(true));

test.each(['change my bed', 'text me when dad is back', 'newid dillad', 'dw i wedi newid'])(
  '"%s" is no such wish',
  (text) => expect(isWishInPassing(text)).toBe(false),
);
