import { isLocale, type Locale } from '@/messages/locale';

export const LOCALE_COOKIE = 'mufakat.locale';

/** The language of ours that an Accept-Language header likes best; English where it names none. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const quality = rest.find((piece) => piece.trim().startsWith('q='));
    return {
      language: tag.trim().split('-')[0]?.toLowerCase() ?? '',
      weight: quality === undefined ? 1 : Number(quality.trim().slice(2)) || 0,
    };
  });
  const best = wishes
    .filter((wish) => isLocale(wish.language) && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0];
  return isLocale(best?.language) ? best.language : 'en';
}
