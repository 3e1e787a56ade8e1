import { expect, test } from 'vitest';
import { TypingAhead } from './typing-ahead';

const at = (text: string, from = 5) => ({ clauseId: 'c_1', from, to: from, text });

test('NP5 what is typed while a draft opens is handed over in one piece, and what comes later as it comes', () => {
  const ahead = new TypingAhead(at('t'));
  ahead.add(at('o', 6));
  ahead.add(at('g', 6));
  const heard: string[] = [];
  const stop = ahead.listen(({ text, from }) => heard.push(`${from} ${text}`));
  expect(heard).toEqual(['5 tog']);
  ahead.add(at('ether'));
  expect(heard).toEqual(['5 tog', '5 ether']);
  stop();
  ahead.add(at('!', 9));
  ahead.listen(({ text, from }) => heard.push(`${from} ${text}`));
  expect(heard.at(-1)).toBe('9 !');
});
