/**
 * Replaces every part of a text from one mark to the next other one, with both, in one walk; a mark that is never closed
 * stays.
 *
 * @param change is given what stands between the marks
 */
export function replaceBetween(
  text: string,
  open: string,
  close: string,
  change: (inner: string) => string,
): string {
  let [written, at] = ['', 0];
  for (;;) {
    const from = text.indexOf(open, at);
    const to = from === -1 ? -1 : text.indexOf(close, from + open.length);
    if (to === -1) return written + text.slice(at);
    written += text.slice(at, from) + change(text.slice(from + open.length, to));
    at = to + close.length;
  }
}
