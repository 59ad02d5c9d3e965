/** Text made safe between tags and inside double-quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Markup: every `${value}` is escaped unless it is markup itself or a list of markup. */
export class Markup {
  constructor(private readonly source: string) {}
  toString(): string {
    return this.source;
  }
}

type Piece = string | number | Markup | readonly Markup[] | null;

/** HTML out of a template: what is put into it is escaped, unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const written = strings.map((text, index) => (index === 0 ? text : write(pieces[index - 1] ?? null) + text));
  return new Markup(written.join(''));
}

function write(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.toString();
  if (Array.isArray(piece)) return piece.join('');
  return escapeHtml(String(piece));
}
