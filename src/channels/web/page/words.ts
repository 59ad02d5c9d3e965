import { spokenNumber, type Language, type PageWords } from '../../../vocabulary';
import type { WebDoor } from '../ports';

/** The page's words in each language, with the number for texts in its places. */
export function fillPageWords({
  words,
  textNumber,
}: Pick<WebDoor, 'words' | 'textNumber'>): Readonly<Record<Language, PageWords>> {
  const number = spokenNumber(textNumber);
  const fill = (page: PageWords): PageWords =>
    Object.fromEntries(
      Object.entries(page).map(([name, text]) => [name, text.replaceAll('{number}', number)]),
    ) as unknown as PageWords;
  return { en: fill(words.en), cy: fill(words.cy) };
}
