// Remembers how large the text is and how strong the contrast, searches, copies addresses, and plays from a time.
// Everything else on the pages works without it. It is loaded right after the switches, which take effect before
// anything is shown.
(() => {
  const byId = (id) => document.getElementById(id);

  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Storage may be forbidden: the switch then works for this page only.
    }
  }

  function recall(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function rememberSight() {
    const chosen = byId(`fw-size-${recall('fw-size')}`) ?? byId('fw-size-normal');
    chosen.checked = true;
    for (const radio of document.getElementsByName('fw-size')) {
      radio.addEventListener('change', () => remember('fw-size', radio.id.slice('fw-size-'.length)));
    }
    const contrast = byId('fw-contrast');
    contrast.checked = recall('fw-contrast') === 'on';
    contrast.addEventListener('change', () => remember('fw-contrast', contrast.checked ? 'on' : 'off'));
  }

  /** A button behind each address of a chosen feed; browsers keep the clipboard from pages that came over plain http. */
  function offerCopying() {
    if (!navigator.clipboard) return;
    for (const choice of document.querySelectorAll('.fw-choice')) {
      choice.addEventListener('toggle', () => offerCopyingOf(choice), { once: true });
    }
  }

  function offerCopyingOf({ dataset, children: [summary, links] }) {
    // The page may be looked at elsewhere, in a preview for example; feeds are asked for where the site is published.
    const published = document.querySelector('link[rel=canonical]').href;
    for (const link of links.querySelectorAll('a')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'fw-copy';
      button.textContent = dataset.label;
      button.setAttribute('aria-label', `${dataset.label}: ${summary.textContent} (${link.textContent})`);
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(new URL(link.getAttribute('href'), published).href);
        button.textContent = dataset.done;
        setTimeout(() => {
          button.textContent = dataset.label;
        }, 2000);
      });
      link.after(' ', button);
    }
  }

  function offerFeedSearch() {
    byId('fw-find')?.addEventListener('input', ({ target }) => {
      const wanted = plain(target.value.trim());
      let isFound = false;
      for (const group of document.querySelectorAll('main section')) {
        for (const item of group.querySelectorAll('li')) {
          item.hidden = !plain(item.querySelector('summary').textContent).includes(wanted);
        }
        group.hidden = !group.querySelector('li:not([hidden])');
        isFound ||= !group.hidden;
      }
      const none = byId('fw-none');
      none.textContent = isFound ? '' : none.dataset.none;
    });
  }

  const plain = (text) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u0305\u0307-\u036f]/g, '')
      .replaceAll('ё', 'е');

  function offerSearch() {
    const box = byId('fw-search');
    if (!box) return;
    const query = byId('fw-query');
    const found = document.createElement('div');
    found.className = 'fw-found';
    found.setAttribute('role', 'status');
    box.append(found);
    let isAsked = false;
    let rows;

    const load = () => {
      if (isAsked) return;
      isAsked = true;
      window.fwSearchData = (data) => {
        rows = data.map((row) => ({ row, text: plain([row[0], row[3], row[4]].join(' ')) }));
        show();
      };
      const script = document.createElement('script');
      script.src = `${box.dataset.root}search-data.js`;
      document.head.append(script);
    };

    const show = () => {
      const words = plain(query.value).split(/\s+/).filter(Boolean);
      found.replaceChildren();
      if (words.length === 0 || !rows) return;
      const hits = rows.filter(({ text }) => words.every((word) => text.includes(word))).slice(0, 20);
      if (hits.length === 0) {
        found.append(box.dataset.none);
        return;
      }
      const list = document.createElement('ol');
      list.className = 'fw-plain';
      for (const { row } of hits) {
        const [title, path, day] = row;
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = box.dataset.root + path;
        link.textContent = title;
        const date = document.createElement('span');
        date.className = 'fw-meta';
        date.textContent = ` ${day}`;
        item.append(link, date);
        list.append(item);
      }
      found.append(list);
    };

    query.addEventListener('focus', load);
    query.addEventListener('input', () => {
      load();
      show();
    });
    query.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') found.querySelector('a')?.click();
    });
  }

  /** Times in chapters and transcripts go to that moment of the player, instead of opening the file there. */
  function offerTimes() {
    const plays = (address) => (player) =>
      [player, ...player.querySelectorAll('source')].some(({ src }) => src === address);
    for (const link of document.querySelectorAll('.fw-time')) {
      const player = [...document.querySelectorAll('audio, video')].find(plays(link.href.split('#')[0]));
      if (!player) continue;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        player.currentTime = Number(link.dataset.time);
        player.play();
      });
    }
  }

  rememberSight();
  document.addEventListener('DOMContentLoaded', () => {
    offerCopying();
    offerFeedSearch();
    offerSearch();
    offerTimes();
  });
})();
