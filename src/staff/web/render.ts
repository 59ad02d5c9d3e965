import path from 'node:path';
import nunjucks from 'nunjucks';
import * as names from '../words/names';
import * as times from '../words/times';
import { spokenNumber, type Instant } from '../../vocabulary';
import type { FormError } from './readForm';

export type Render = (view: string, data: Readonly<Record<string, unknown>>) => string;

/** Fills a page's view. Everything is escaped; `zone` and `now` of the data give local times to the filters. */
export function makeRender(): Render {
  const govuk = path.dirname(require.resolve('govuk-frontend/package.json'));
  const views = nunjucks.configure([path.join(__dirname, '..'), path.join(govuk, 'dist')], {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [filter, say] of Object.entries(FILTERS)) views.addFilter(filter, say);
  views.addGlobal('names', names);
  return (view, data) => views.render(view, data);
}

interface Filling {
  readonly ctx: { readonly zone: string; readonly now: Instant };
}

const FILTERS = {
  time(this: Filling, at: Instant): string {
    return times.sayTime(at, this.ctx.zone);
  },
  date(this: Filling, at: Instant): string {
    return times.sayDate(at, this.ctx.zone);
  },
  moment(this: Filling, at: Instant): string {
    return times.sayMoment(at, this.ctx.zone);
  },
  near(this: Filling, at: Instant): string {
    return times.sayNear(at, this.ctx.now, this.ctx.zone);
  },
  left(this: Filling, at: Instant): string {
    return times.sayTimeLeft(at, this.ctx.now);
  },
  ago(this: Filling, at: Instant): string {
    return times.saySpan(Date.parse(this.ctx.now) - Date.parse(at));
  },
  shortday(this: Filling, at: Instant): string {
    return times.sayShortDay(at, this.ctx.zone);
  },
  day: times.sayDay,
  hour: times.sayHour,
  spoken: spokenNumber,
  /** The part of a number a phone can dial ("111, then 2" is dialled 111). */
  dial: (phone: string): string => (/^[+\d ]+/.exec(phone)?.[0] ?? '').replaceAll(' ', ''),
  /** The errors of a form as the error summary links to them. */
  asLinks(errors: readonly FormError[]): readonly { text: string; href: string }[] {
    return errors.map(({ field, text }) => ({ text, href: field === 'form' ? '#main-content' : `#${field}` }));
  },
};
