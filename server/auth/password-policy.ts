import { accept, type Outcome, refuse } from '../../domain/refusal';
import { COMMON_PASSWORDS } from './common-passwords';

export const PASSWORD_MIN = 12;
/** Longer input is no password but an attempt to keep the server busy. */
export const PASSWORD_MAX = 200;

/**
 * Length is what protects (AC6), not a mixture of signs. Refused besides (AC7): what everybody tries first, runs
 * and repetitions, and the person's own name or address.
 */
export function checkNewPassword(
  password: string,
  person: { readonly email: string; readonly name: string },
): Outcome<true> {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MIN) return refuse('AC6', { minimum: PASSWORD_MIN });
  if (length > PASSWORD_MAX) return refuse('AC24', { maximum: PASSWORD_MAX });
  const plain = squeeze(password);
  const own = [person.email, person.email.split('@')[0] ?? '', person.name]
    .map(squeeze)
    .filter((part) => part.length >= 4);
  if (isMonotonous(plain) || isCommon(plain) || own.some((part) => bare(plain, part).length < 4)) {
    return refuse('AC7');
  }
  return accept(true);
}

function squeeze(value: string): string {
  return value.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}

/** What is left of a password when a known part of it is taken out. */
function bare(plain: string, part: string): string {
  return plain.replaceAll(part, '');
}

/** "aaaaaaaaaaaa", "abababababab", "123456789012", "zyxwvutsrqpo". */
function isMonotonous(plain: string): boolean {
  const signs = [...plain];
  if (new Set(signs).size < 5) return true;
  const steps = signs.slice(1).map((sign, i) => (sign.codePointAt(0) ?? 0) - (signs[i]?.codePointAt(0) ?? 0));
  const steady = steps.filter((step) => step === 1 || step === -1 || step === -9 || step === 9).length;
  return steady >= steps.length - 1;
}

/** A common word, also with a tail of digits and signs, written twice, or with signs for letters. */
function isCommon(plain: string): boolean {
  const half = plain.slice(0, plain.length / 2);
  const forms = half + half === plain ? [plain, half] : [plain];
  return forms.some((form) => {
    const stem = form.replaceAll(/^[\d\W_]+|[\d\W_]+$/gu, '');
    return [form, stem, inLetters(form), inLetters(stem)].some((word) => COMMON_PASSWORDS.has(word));
  });
}

function inLetters(word: string): string {
  return word.replaceAll('@', 'a').replaceAll('0', 'o').replaceAll('$', 's').replaceAll('3', 'e');
}
