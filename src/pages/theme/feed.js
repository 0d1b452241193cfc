// Makes a feed that is open in a browser a list of links, with dates in the reader's language and the feed's own zone.
document.addEventListener('DOMContentLoaded', () => {
  const atom = 'http://www.w3.org/2005/Atom';

  const dateFrom = (text) => {
    const [, hours, minutes] = /([+-]\d\d):?(\d\d)$/.exec(text) ?? [];
    const timeZone = hours ? `${hours}:${minutes}` : 'UTC';
    try {
      return new Date(text).toLocaleDateString(undefined, { dateStyle: 'long', timeZone });
    } catch {
      // Older browsers know no zone by its offset.
      return text;
    }
  };

  for (const item of document.querySelectorAll('item, entry')) {
    const child = (...names) =>
      [...item.children].find(
        (each) =>
          names.includes(each.localName) &&
          each.namespaceURI === item.namespaceURI &&
          (each.getAttribute('rel') ?? 'alternate') === 'alternate',
      );
    const [title, link, date] = [child('title'), child('link'), child('pubDate', 'published')];
    if (date) date.textContent = dateFrom(date.textContent.trim());
    const address = link?.namespaceURI === atom ? link.getAttribute('href') : link?.textContent.trim();
    const shown = title ?? date;
    if (!shown || !/^https?:\/\//.test(address)) continue;
    const anchor = document.createElementNS('http://www.w3.org/1999/xhtml', 'a');
    anchor.href = address;
    anchor.append(...shown.childNodes);
    shown.append(anchor);
    link.remove();
  }
});
