/** The parts of an e-mail a person sees. */
export interface ReadEmail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Reads a plain-text e-mail as it came over SMTP. Only what the service sends is understood: one text part, encoded
 * plainly, as quoted-printable or as base64. Anything else shows as it stands, so that a mistake is seen.
 */
export function readEmail(raw: Buffer): ReadEmail {
  const source = raw.toString('latin1');
  const gap = source.indexOf('\r\n\r\n');
  const headers = readHeaders(source.slice(0, gap));
  const body = source.slice(gap + 4);
  return {
    from: decodeWords(headers.get('from') ?? ''),
    subject: decodeWords(headers.get('subject') ?? ''),
    text: decodeBody(body, headers.get('content-transfer-encoding') ?? '7bit')
      .replaceAll('\r\n', '\n')
      .trimEnd(),
  };
}

function readHeaders(source: string): ReadonlyMap<string, string> {
  const unfolded = source.replace(/\r\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function decodeBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return decodeQuoted(body.replace(/=\r\n/g, ''));
    default:
      return Buffer.from(body, 'latin1').toString('utf8');
  }
}

/** Encoded words of a header: =?UTF-8?Q?Neges_i_Si=C3=A2n?=; the gap between two of them is no space. */
function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      encoding.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : decodeQuoted(text.replaceAll('_', ' ')),
    );
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
