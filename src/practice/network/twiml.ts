/** A verb of a carrier's document: its name, attributes, what stands inside. */
export interface Verb {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Verb[];
}

/** The document is not what the carrier can read (its errors 12100 and 12300). */
export class UnreadableTwiml extends Error {
  override readonly name = 'UnreadableTwiml';
}

const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Verb[];
  text: string;
}

/**
 * Reads the verbs of a `<Response>`. As strict as the carrier: anything malformed, or another root, is refused whole.
 * @throws UnreadableTwiml
 */
export function readTwiml(contentType: string, xml: string): readonly Verb[] {
  if (!/^(text|application)\/xml\b/.test(contentType)) throw new UnreadableTwiml('not XML');
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  let read = 0;
  for (const token of xml.matchAll(TOKEN)) {
    read += token[0].length;
    take(open, token);
  }
  const response = root.children[0];
  const whole = read === xml.length && open.length === 1 && root.children.length === 1 && root.text.trim() === '';
  if (!whole || response?.name !== 'Response') throw new UnreadableTwiml('not one <Response>');
  return response.children;
}

function take(open: Open[], [, closing, name, attributes = '', empty, text]: RegExpMatchArray): void {
  const current = open.at(-1)!;
  if (text !== undefined) {
    current.text += decoded(text);
  } else if (name === undefined) {
    return;
  } else if (closing === '/') {
    if (open.length === 1 || current.name !== name) throw new UnreadableTwiml(`</${name}> closes nothing`);
    open.pop();
    open.at(-1)!.children.push(current);
  } else {
    const verb: Open = { name, attributes: attributesOf(attributes), children: [], text: '' };
    if (empty === '/') current.children.push(verb);
    else open.push(verb);
  }
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, decoded(value!)]));
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (_, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    const character = ENTITIES[name ?? ''];
    if (character === undefined) throw new UnreadableTwiml(`&${name};`);
    return character;
  });
}
