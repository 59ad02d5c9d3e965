/*
 * Runs the clocks of a page. The server has written the same words already: without this script they simply stand.
 * Not announced by screen readers as it changes: a clock that talks every half minute is a clock nobody keeps on.
 */
(() => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;
  const EVERY_MS = 15_000;

  const plural = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`;

  const saySpan = (ms) => {
    if (ms < MINUTE) return 'less than a minute';
    if (ms < HOUR) return plural(Math.floor(ms / MINUTE), 'minute');
    if (ms < 48 * HOUR) {
      const hours = plural(Math.floor(ms / HOUR), 'hour');
      const minutes = Math.floor((ms % HOUR) / MINUTE);
      return minutes === 0 || ms >= 12 * HOUR ? hours : `${hours} ${plural(minutes, 'minute')}`;
    }
    return plural(Math.floor(ms / (24 * HOUR)), 'day');
  };

  // The page's own clock: the machine in front of the reader may be wrong by minutes.
  const writtenAt = Date.parse(document.documentElement.dataset.now);
  const openedAt = Date.now();
  const now = () => writtenAt + (Date.now() - openedAt);

  const run = () => {
    for (const clock of document.querySelectorAll('[data-due]')) {
      const left = Date.parse(clock.dataset.due) - now();
      clock.textContent = left >= 0 ? `${saySpan(left)} left` : `${saySpan(-left)} late`;
      clock.closest('[data-clock]')?.classList.toggle('desk-clock--late', left < 0);
    }
  };

  run();
  setInterval(run, EVERY_MS);
})();
