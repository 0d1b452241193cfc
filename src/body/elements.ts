/** Which elements and attributes the text of an article may hold: what is safe, and means something in feed readers. */

const words = (text: string) => text.trim().split(/\s+/);

/** Elements of HTML that stay. */
export const htmlElements: readonly string[] = words(`
  a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn
  div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark meter nav ol p
  picture pre progress q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track
  u ul var video wbr`);

/** Elements of formulas that stay (MathML Core, 2.2), but for those that annotate them in another language. */
export const mathElements: readonly string[] = words(`
  math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr munder munderover semantics`);

/** Attributes that stay, by element or `*`. */
export const elementAttributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['id', 'lang', 'dir', 'title'],
  a: ['href', 'hreflang', 'rel', 'aria-label', 'data-footnote-ref', 'data-footnote-backref'],
  audio: ['src', 'controls', 'preload', 'loop'],
  blockquote: ['cite'],
  code: ['class'],
  col: ['span'],
  colgroup: ['span'],
  data: ['value'],
  del: ['cite', 'datetime'],
  details: ['open'],
  img: ['src', 'srcset', 'sizes', 'alt', 'width', 'height', 'loading'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  meter: ['value', 'min', 'max', 'low', 'high', 'optimum'],
  ol: ['start', 'type', 'reversed'],
  progress: ['value', 'max'],
  q: ['cite'],
  section: ['class', 'data-footnotes'],
  source: ['src', 'srcset', 'sizes', 'type', 'media'],
  td: ['align', 'colspan', 'rowspan', 'headers'],
  th: ['align', 'colspan', 'rowspan', 'headers', 'scope'],
  time: ['datetime'],
  track: ['src', 'kind', 'srclang', 'label', 'default'],
  video: ['src', 'poster', 'controls', 'preload', 'loop', 'muted', 'width', 'height', 'playsinline'],
  math: ['display', 'alttext', 'displaystyle', 'scriptlevel'],
  mfrac: ['linethickness'],
  mi: ['mathvariant'],
  mo: words('form fence separator lspace rspace stretchy symmetric maxsize minsize largeop movablelimits'),
  mover: ['accent'],
  mpadded: ['width', 'height', 'depth', 'lspace', 'voffset'],
  mspace: ['width', 'height', 'depth'],
  mstyle: ['displaystyle', 'scriptlevel'],
  mtd: ['columnspan', 'rowspan'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
};

/** Elements that have no end tag (HTML, 13.1.2). */
export const withoutEnd: readonly string[] = words('area br col hr img input source track wbr');

/** Elements whose text is no part of the article when they go. */
export const withTheirText: readonly string[] = words(
  'script style textarea option select noscript template title head svg annotation annotation-xml',
);

/**
 * Elements that go without a word: they style what is in them, stand around it, are a part of one that is told, or say once
 * more what stands beside them.
 */
const leaveAll: ReadonlySet<string> = new Set(
  words(`
  acronym basefont big blink body center dir fieldset font head html input label legend marquee menu nobr noscript
  optgroup option rb rtc strike title tt iframe annotation annotation-xml param
  animate animatemotion animatetransform circle clippath defs desc ellipse filter foreignobject g image line
  lineargradient mask metadata path pattern polygon polyline radialgradient rect set stop switch symbol text textpath
  tspan use view`),
);

/** The primitives of filters (Filter Effects 1, 9), which do nothing without an SVG around them. */
const filters =
  /^fe(?:blend|colormatrix|componenttransfer|composite|convolvematrix|diffuselighting|displacementmap|distantlight|dropshadow|flood|func[abgr]|gaussianblur|image|merge|mergenode|morphology|offset|pointlight|specularlighting|spotlight|tile|turbulence)$/;

/** Whether something goes with an element that is not allowed: what it did, or the text in it. */
export function losesSomething(element: string): boolean {
  return !leaveAll.has(element) && !filters.test(element);
}
