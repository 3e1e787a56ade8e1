import { isSafeLink } from '../../../domain/text/marks';
import { element } from './xml';

/** The links of one part of a file: what they lead to stands in the part's relationships. */
export class Links {
  private readonly ids = new Map<string, string>();

  /** `link` as `linkOf` says it. An address that no browser should follow is no link in Word either. */
  around(link: string, runs: string): string {
    const [href, title] = JSON.parse(link) as [string | null, string | null];
    if (!isSafeLink(href)) return runs;
    return element(
      'w:hyperlink',
      { 'r:id': this.idOf(href), 'w:tooltip': title ?? undefined, 'w:history': 1 },
      runs,
    );
  }

  /** Relationship ids and addresses, in the order of their first use. */
  list(): { readonly id: string; readonly href: string }[] {
    return [...this.ids].map(([href, id]) => ({ id, href }));
  }

  private idOf(href: string): string {
    const id = this.ids.get(href) ?? `rIdLink${this.ids.size + 1}`;
    this.ids.set(href, id);
    return id;
  }
}
