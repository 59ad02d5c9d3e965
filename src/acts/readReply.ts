export type StaffReply =
  { readonly kind: 'takes' | 'passes-on'; readonly code: string | null } | { readonly kind: 'words' };

/** A code as `ids.ts` makes them, with its key: "K7R 1", "k7r1", "1 K7R", or the key alone. */
const CODE_THEN_KEY = /^\s*(?:([a-z0-9]{3})[\s.,:-]*)?([12])\s*[.!]?\s*$/i;
const KEY_THEN_CODE = /^\s*([12])[\s.,:-]+([a-z0-9]{3})\s*[.!]?\s*$/i;

/** Reads what a practitioner texted: 1 takes it on, 2 passes it on; anything else is words. */
export function readReply(text: string): StaffReply {
  const usual = CODE_THEN_KEY.exec(text);
  if (usual) return keyed(usual[2], usual[1]);
  const turned = KEY_THEN_CODE.exec(text);
  return turned ? keyed(turned[1], turned[2]) : { kind: 'words' };
}

function keyed(key: string | undefined, code: string | undefined): StaffReply {
  return { kind: key === '1' ? 'takes' : 'passes-on', code: code?.toUpperCase() ?? null };
}
