import { z } from 'zod';

const page = z.object({
  PageSize: z.coerce.number().int().min(1).max(1_000).catch(50),
  Page: z.coerce.number().int().min(0).catch(0),
});

/** One page of a list in Twilio's envelope, newest first; `key` names the list ("messages"). */
export function pageOf<Item>(
  key: string,
  items: readonly Item[],
  path: string,
  query: Readonly<Record<string, unknown>>,
  present: (item: Item) => unknown,
): Record<string, unknown> {
  const { PageSize: size, Page: number } = page.parse(query);
  const start = number * size;
  const shown = items.slice(start, start + size);
  const address = (at: number): string => {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) if (typeof value === 'string') search.set(name, value);
    search.set('PageSize', String(size));
    search.set('Page', String(at));
    return `${path}?${search}`;
  };
  return {
    [key]: shown.map(present),
    page: number,
    page_size: size,
    start,
    end: start + Math.max(shown.length - 1, 0),
    uri: address(number),
    first_page_uri: address(0),
    next_page_uri: start + size < items.length ? address(number + 1) : null,
    previous_page_uri: number > 0 ? address(number - 1) : null,
  };
}
