/** The name in the reader's language, where there is one. English is the authentic one. */
export function nameIn(locale: 'en' | 'th', name: string, nameThai: string): string {
  return locale === 'th' && nameThai !== '' ? nameThai : name;
}
