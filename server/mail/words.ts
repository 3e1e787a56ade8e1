import { sayDay } from '../../messages/dates';
import type { Locale } from '../../messages/locale';
import { translator } from '../../messages/translate';

/** One thing a letter tells, and where it leads. */
export interface LetterEntry {
  readonly about: { readonly symbol: string; readonly title: string } | null;
  readonly sentence: string;
  readonly url: string;
}

export interface LetterParts {
  readonly subject: string;
  readonly lead: 'digest' | 'again' | 'delegation' | null;
  readonly country?: string;
  readonly entries: readonly LetterEntry[];
}

/** A digest names so many things; the rest is in the inbox. */
const MOST_TOLD = 40;
const LONGEST_SUBJECT = 160;

export function singleSubject(entries: readonly LetterEntry[]): string {
  const [entry] = entries;
  if (entry === undefined) return '';
  const subject = entry.about === null ? entry.sentence : `${entry.about.symbol}: ${entry.sentence}`;
  return subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT - 1)}…` : subject;
}

export function digestSubject(
  locale: Locale,
  of: 'digest' | 'again' | 'delegation',
  count: number,
  day = '2000-01-01',
  country = '',
): string {
  const t = translator(locale, 'notices');
  if (of === 'again') return t('mail.subjectAgain', { count });
  const said = sayDay(locale, day);
  return of === 'digest'
    ? t('mail.subjectDigest', { count, day: said })
    : t('mail.subjectDelegation', { country, day: said });
}

/** A letter as plain text and as HTML that says the same: no pictures, nothing that reports whether it was read. */
export function writeLetter(
  locale: Locale,
  letter: LetterParts & {
    readonly name: string;
    readonly publicUrl: string;
    readonly unsubscribeUrl: string;
    readonly calendar: object | null;
  },
): { readonly subject: string; readonly text: string; readonly html: string } {
  const t = translator(locale, 'notices');
  const shown = letter.entries.slice(0, MOST_TOLD);
  const hidden = letter.entries.length - shown.length;
  const greeting = t('mail.greeting', { name: letter.name });
  const lead =
    letter.lead === null
      ? null
      : letter.lead === 'delegation'
        ? t('mail.delegationLead', { country: letter.country ?? '' })
        : t(letter.lead === 'again' ? 'mail.again' : 'mail.digestLead');
  const after = [
    ...(hidden === 0 ? [] : [t('mail.more', { count: hidden })]),
    ...(letter.calendar === null ? [] : [t('mail.calendar')]),
  ];
  const links = [
    [t('mail.inbox'), `${letter.publicUrl}/inbox`],
    [t('mail.stopKind'), letter.unsubscribeUrl],
    [t('mail.settings'), `${letter.publicUrl}/settings#mail`],
  ] as const;
  const text = [
    greeting,
    ...(lead === null ? [] : [lead]),
    ...shown.map(({ about, sentence, url }) =>
      [...(about === null ? [] : [`${about.symbol} · ${about.title}`]), sentence, url].join('\n'),
    ),
    ...after,
    ['-- ', t('mail.footer'), t('mail.why'), ...links.map(([label, url]) => `${label}: ${url}`)].join('\n'),
  ].join('\n\n');
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><title>${escaped(letter.subject)}</title></head>
<body style="font-family:sans-serif;line-height:1.5;max-width:40em">
<p>${escaped(greeting)}</p>
${lead === null ? '' : `<p>${escaped(lead)}</p>`}
${shown.map(entryHtml).join('\n')}
${after.map((words) => `<p>${escaped(words)}</p>`).join('\n')}
<hr>
<p style="font-size:0.85em">${escaped(t('mail.footer'))}. ${escaped(t('mail.why'))}<br>
${links.map(([label, url]) => `<a href="${escaped(url)}">${escaped(label)}</a>`).join(' · ')}</p>
</body>
</html>
`;
  return { subject: letter.subject, text: `${text}\n`, html };
}

function entryHtml({ about, sentence, url }: LetterEntry): string {
  const heading =
    about === null
      ? ''
      : `<span style="font-size:0.85em">${escaped(about.symbol)} · ${escaped(about.title)}</span><br>`;
  return `<p>${heading}<a href="${escaped(url)}">${escaped(sentence)}</a></p>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
