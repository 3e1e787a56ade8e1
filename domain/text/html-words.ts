import type { MarkJson } from './document-json';
import { isPassageLanguage, isSafeLink } from './marks';

/** Words as HTML shows them, in text and in attributes; a carriage return would else be lost in reading back. */
export function escapedHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** HTML in one of our marks. `linkAttributes` says what the `<a>` of a safe link carries, each with a space before it. */
export function markedHtml(
  html: string,
  mark: MarkJson,
  linkAttributes: (mark: MarkJson, href: string) => string,
): string {
  switch (mark.type) {
    case 'bold':
      return `<strong>${html}</strong>`;
    case 'italic':
      return `<em>${html}</em>`;
    case 'underline':
      return `<u>${html}</u>`;
    case 'language':
      return isPassageLanguage(mark.attrs?.lang) ? `<span lang="${mark.attrs.lang}">${html}</span>` : html;
    case 'link': {
      const href = mark.attrs?.href;
      return isSafeLink(href) ? `<a${linkAttributes(mark, href)}>${html}</a>` : html;
    }
    default:
      return html;
  }
}
