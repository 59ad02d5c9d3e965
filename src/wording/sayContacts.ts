/** A contact as it stands in a text: its name, and how it is said whole ("Childline 0800 1111"). */
interface SaidContact {
  readonly name: string;
  readonly say: string;
}

/** Fills one sentence of a young person's language. */
type Sentence = (id: string, values: Readonly<Record<string, string>>) => string;

/** Who to talk to now, one or two of them; empty when nobody is open. Their numbers are dated data, never a template's. */
export function sayContacts(contacts: readonly SaidContact[], sentence: Sentence): string {
  const [first, second] = contacts;
  if (!first) return '';
  const number1 = first.say.replace(first.name, '').replace(/^[\s,:]+/, '');
  return second
    ? sentence('sentence-talk-two', { contact1: first.say, contact2: second.say, number1 })
    : sentence('sentence-talk-one', { contact1: first.say, number1 });
}
