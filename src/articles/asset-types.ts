/** Endings of files that browsers show, play or save, and never run, by what they are. */
const endings: Readonly<Record<string, string>> = {
  pictures: 'apng avif bmp gif heic heif ico jfif jpeg jpg jxl png tif tiff webp',
  sound: 'aac aif aiff flac m4a m4b mid midi mka mp3 oga ogg opus spx wav weba wma',
  video: '3gp avi m4v mkv mov mp4 mpeg mpg ogv webm wmv',
  documents: 'azw3 djvu doc docx epub key mobi numbers odp ods odt pages pdf ppt pptx rtf xls xlsx',
  archives: '7z bz2 dmg gz iso rar tar tgz xz zip zst',
  text: 'bib csv diff geojson ics json log md patch srt tex tsv txt vcf vtt yaml yml',
  fonts: 'otf ttf woff woff2',
};

const inert: ReadonlySet<string> = new Set(Object.values(endings).join(' ').split(' '));

/**
 * Endings that some server or browser runs. One of them before the last counts too: Apache takes `a.php.png` for PHP
 * and `a.html.gz` for a compressed page where it is set up so.
 */
const active: ReadonlySet<string> = new Set(
  `asp aspx cgi cjs fcgi hta htc htm html jar js jsp jspx mht mhtml mjs mml phar php php3 php4 php5 php7 php8 phps pht
  phtml rdf rss shtm shtml svg svgz swf wasm wsf xht xhtml xml xsl xslt`.split(/\s+/),
);

/** What may be done with a file beside an article: it is copied, looked into before that, or left out. */
export type Treatment = 'copy' | 'inspect' | 'leave out';

/**
 * What becomes of a file by its name.
 *
 * @param name of the file, with or without the folders above it
 * @param allowed further endings, in lower case, that the settings let through
 */
export function treatmentOf(name: string, allowed: readonly string[]): Treatment {
  const [, ...parts] = name
    .slice(name.lastIndexOf('/') + 1)
    .toLowerCase()
    .split('.');
  const last = parts.pop() ?? '';
  if (parts.some((part) => active.has(part) && !allowed.includes(part))) return 'leave out';
  if (allowed.includes(last) || inert.has(last)) return 'copy';
  return last === 'svg' ? 'inspect' : 'leave out';
}
