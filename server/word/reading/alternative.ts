import { childrenOf, type XmlElement } from './xml';

/** What newer programs may put in place of an older form and that is read here: drawings, which are named, and the like. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['wps', 'wpg', 'wpc', 'wpi', 'wp14', 'w14', 'w15']);

/**
 * Of an `mc:AlternateContent` the branch that is read: the first choice whose every requirement is understood, else what
 * the file holds for programs that understand none. An empty element where there is neither.
 */
export function alternativeOf(element: XmlElement): XmlElement {
  const choices = childrenOf(element, 'mc:Choice');
  const known = choices.find(({ attrs }) =>
    (attrs.Requires ?? '').split(/\s+/).every((prefix) => UNDERSTOOD.has(prefix)),
  );
  const [fallback] = childrenOf(element, 'mc:Fallback');
  return known ?? fallback ?? choices[0] ?? { name: '', attrs: {}, children: [], text: '' };
}
