import { plain } from './plain';

const SAD = /[😭😢😞😔😟😕🙁☹😣😖😫😩🥺😥😓😰😨😱😡😠🤬💔🥲😿👎]/u;
const GLAD = /[😂🤣😀😃😄😁😆😅😊🙂😉😍🥰😎🤩😋🤪😜👍🎉🥳]/u;
const CLOSING = /[👍👌🙏👋🫶🙂😊❤💙💜💚💛🧡🖤💕]/u;
/** What a face is made of beside itself: skin, joins, variations. */
const PARTS = /\u200d|\ufe0f|\s|[\u{1f3fb}-\u{1f3ff}]/gu;

const signsOf = (text: string): readonly string[] => (plain(text) === '' ? [...text.replace(PARTS, '')] : []);

/** Nothing but faces, and they are sad or cross ones; a laugh among them turns it. */
export const showsSadFaces = (text: string): boolean => signsOf(text).some((one) => SAD.test(one)) && !GLAD.test(text);

/** A thumb, a heart, a wave and nothing else: as much as "ok" or "bye". */
export const showsClosingFaces = (text: string): boolean => {
  const signs = signsOf(text);
  return signs.length > 0 && signs.every((one) => CLOSING.test(one));
};
