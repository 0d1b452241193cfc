const slotAddress = 'https://slot.invalid/';
const slotPattern = /<!\[CDATA\[https:\/\/slot\.invalid\/(\d+)\]\]>|https:\/\/slot\.invalid\/(\d+)/g;

/**
 * Keeps texts out of the XML writer's hands.
 *
 * The `feed` package builds the structure of a document, but escapes in a different and sometimes wrong way in each
 * place: attributes, text, CDATA and addresses, which it also normalises. So it is given a slot for each value, an
 * address that comes through all of its paths unchanged, and the values are put in afterwards, each escaped for
 * where it stands. What an article says can therefore never become markup.
 */
export class XmlSlots {
  private readonly values: { value: string; isHtml: boolean }[] = [];

  /** A slot for plain text or an address, in an element or an attribute. */
  text(value: string): string {
    return this.add(value, false);
  }

  /** A slot for HTML, which stays readable in a CDATA section where it stands in one. */
  html(value: string): string {
    return this.add(value, true);
  }

  /** The document with every slot filled. */
  fill(xml: string): string {
    return xml.replace(slotPattern, (_slot, inCdata?: string, plain?: string) => {
      const slot = this.values[Number(inCdata ?? plain)];
      if (!slot) throw new Error('A document has a slot that nothing was put into.');
      return slot.isHtml && inCdata !== undefined ? cdata(slot.value) : escapeXml(slot.value);
    });
  }

  private add(value: string, isHtml: boolean): string {
    this.values.push({ value, isHtml });
    return slotAddress + (this.values.length - 1);
  }
}

/** References by number, as the RSS Advisory Board's best-practices profile wants them in plain text. */
const references: Readonly<Record<string, string>> = {
  '&': '&#x26;',
  '<': '&#x3C;',
  '>': '&#x3E;',
  '"': '&#x22;',
};

/** A text for an element or an attribute of XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] ?? character);
}

/** XML 1.0, section 2.7: a CDATA section cannot hold its own end, so it is split there. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
