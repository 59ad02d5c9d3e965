'use strict';
// Exit this page: by button, by the hidden link, or by pressing Shift three times within five seconds.
// Nothing here waits for the server: the page is empty before anything is sent.
(() => {
  const root = document.documentElement;
  const [twoMore, oneMore, leaving, expired] = JSON.parse(root.dataset.exitWords);
  const status = document.getElementById('exit-status');
  const say = (words) => status && (status.textContent = words);
  let presses = 0;
  let timer;
  let partOfAnother = false;
  let left = false;
  // A second page of the same chat shows the same words: it leaves with this one.
  const pages = window.BroadcastChannel && new window.BroadcastChannel('exit');
  if (pages) pages.onmessage = leave;

  function leave() {
    if (left) return;
    left = true;
    document.title = leaving;
    // The text goes too, not only out of sight: a page brought back by the browser must have nothing to show.
    document.body.textContent = '';
    root.className = 'left';
    pages?.postMessage('left');
    document.dispatchEvent(new window.Event('left'));
    navigator.sendBeacon('/exit');
    location.replace(root.dataset.exit);
  }

  for (const way of document.querySelectorAll('.exit')) {
    way.addEventListener('click', (event) => {
      event.preventDefault();
      leave();
    });
  }

  function startAgain() {
    presses = 0;
    say(expired);
  }

  window.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift') {
      // Shift held for a capital letter is no press of its own.
      partOfAnother = event.shiftKey;
      return;
    }
    if (partOfAnother) {
      partOfAnother = false;
      return;
    }
    presses += 1;
    if (presses === 1) timer = setTimeout(startAgain, 5000);
    if (presses < 3) return say(presses === 1 ? twoMore : oneMore);
    clearTimeout(timer);
    leave();
  });

  window.addEventListener('pageshow', (event) => event.persisted && location.reload());
})();
