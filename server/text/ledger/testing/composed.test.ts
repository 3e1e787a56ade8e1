// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Desk, select, type } from './desk';

const ACUTE = '\u0301';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

function written(...texts: string[]): void {
  const content = texts.map((text, index) => ({
    type: 'paragraph',
    attrs: { id: `c_${index}aaa` },
    content: [{ type: 'text', text }],
  }));
  desk.editor('A').commands.setContent({ type: 'doc', content } as never);
}

describe('marks that combine with the letter before them', () => {
  test('LE3 one in bold stands apart from a letter that is not, and takes no name from anybody', () => {
    written('Cafe in Bangkok', 'NOTE it.');
    const b = desk.editor('B');
    const { bold } = b.schema.marks;
    b.view.dispatch(b.state.tr.insert(5, b.schema.text(ACUTE, bold === undefined ? [] : [bold.create()])));
    const c = desk.editor('C');
    select(c, 1, 4);
    type(c, ' again');
    expect(desk.told()).toEqual([`A:Cafe|B:${ACUTE}|A: in Bangkok`, 'A:NOTE |C:again |A:it.']);
  });

  test('LE3 one in a text of its own beside the letter is of one letter with it', () => {
    written('Cafe', 'NOTE it.', 'Cafe');
    const c = desk.editor('C');
    select(c, 1, 4);
    type(c, ' again');
    desk.mend('B', (fragment) => {
      const [text] = (fragment.get(0) as Y.XmlElement).toArray();
      (text as Y.XmlText).insert(4, ACUTE, { bold: {} });
      (fragment.get(2) as Y.XmlElement).insert(1, [new Y.XmlText(ACUTE)]);
    });
    const told = desk.told();
    expect(told[0]).toBe(`A:Cafe|B:${ACUTE}`);
    expect(told[1]).toBe('A:NOTE |C:again |A:it.');
    expect(told[2]?.replace(/[AB?]:|\|/g, '')).toBe('Caf\u00e9');
  });
});
