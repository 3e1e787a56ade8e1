import type { Mentionable } from './acts';

/** The name that is being typed after the last “@” before the caret, or null where none is. */
export function nameBeingTyped(words: string, caret: number): string | null {
  const before = words.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at === -1 || /[\p{L}\p{N}]/u.test(before.charAt(at - 1))) return null;
  const typed = before.slice(at + 1);
  return typed.length > 40 || /[\n@]/.test(typed) ? null : typed;
}

const SHOWN = 6;

/** The people whose name, or a part of it, begins like what was typed. */
export function peopleNamed(people: readonly Mentionable[], typed: string): Mentionable[] {
  const sought = typed.toLocaleLowerCase();
  return people
    .filter(({ name }) => {
      const known = name.toLocaleLowerCase();
      return known.startsWith(sought) || known.includes(` ${sought}`);
    })
    .slice(0, SHOWN);
}

/** The words with the name put where it was being typed, and the caret behind it. */
export function withName(words: string, caret: number, name: string): { words: string; caret: number } {
  const at = words.slice(0, caret).lastIndexOf('@');
  const put = `${words.slice(0, at)}@${name} `;
  const rest = words.slice(caret);
  return { words: put + (rest.startsWith(' ') ? rest.slice(1) : rest), caret: put.length };
}

/** Whom the words mention, longest names first so that no name is taken for the beginning of another. */
export function mentionedIn(words: string, people: readonly Mentionable[]): string[] {
  let left = words;
  return people
    .toSorted((a, b) => b.name.length - a.name.length)
    .flatMap(({ id, name }) => {
      if (!left.includes(`@${name}`)) return [];
      left = left.replaceAll(`@${name}`, '');
      return [id];
    });
}
