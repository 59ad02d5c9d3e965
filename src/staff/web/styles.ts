import { readFileSync } from 'node:fs';

const SYSTEM_STACK = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif';

/**
 * govuk-frontend's own stylesheet without the typeface that is licensed for gov.uk alone: its font faces are taken out
 * and its family replaced by what the reader's machine has.
 */
export function loadStyles(): string {
  const css = readFileSync(require.resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8');
  return css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/font-family:GDS Transport,arial,sans-serif/g, `font-family:${SYSTEM_STACK}`);
}
