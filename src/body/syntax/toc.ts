/** A paragraph that stands for a table of contents: `[TOC]`, `[[toc]]`, `[[_TOC_]]`, `${toc}`, `{:toc}`. */
const toc =
  /^[ \t]*(?:\[\[_?toc_?\]\]|\[toc\](?!:)|\$\{toc\}|@\[toc\](?:\([^()\n]*\))?|<!--[ \t]*toc[ \t]*-->)[ \t]*$/gim;

/** Takes out the marks that tools replace by a table of contents, which feeds have no use for. */
export function withoutToc(text: string): string {
  return /\btoc|_toc_/i.test(text) ? text.replace(toc, '') : text;
}
