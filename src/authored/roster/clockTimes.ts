/** A wall-clock time; "24:00" only as an end. */
export const CLOCK = '([01]\\d|2[0-3]):[0-5]\\d|24:00';

const WRITTEN = /\b(\d{1,2})(?:[:.](\d{2}))?(?:\s*([ap])\.?m\b\.?)?(?!\d)/gi;
const BETWEEN = /\s*(?:[-\u2013\u2014]|\b(?:to|till|until)\b)\s*/gi;

/**
 * Times as people write them, the way a clock shows them: "9am to 5.30pm" is "09:00-17:30". What could mean two hours
 * ("9-5") is left as it stands, for its reader to refuse.
 */
export function asClocksShow(written: string): string {
  return written
    .replace(WRITTEN, (all, hours: string, minutes: string | undefined, half: string | undefined) =>
      minutes === undefined && half === undefined ? all : (clock(Number(hours), minutes ?? '00', half) ?? all),
    )
    .replace(BETWEEN, '-');
}

function clock(hours: number, minutes: string, half: string | undefined): string | null {
  if (half === undefined) return `${String(hours).padStart(2, '0')}:${minutes}`;
  if (hours < 1 || hours > 12) return null;
  const ofTheDay = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(ofTheDay).padStart(2, '0')}:${minutes}`;
}
