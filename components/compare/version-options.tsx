import type { ReactNode } from 'react';
import { newestFirst } from '@/components/versions/history';
import { type VersionFacts, versionCitation } from '@/components/versions/version-line';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';

/** The text as it stands and every version, newest first; with a `prefix`, those of another document. */
export function VersionOptions(props: {
  versions: readonly VersionFacts[];
  locale: Locale;
  prefix?: string;
}): ReactNode {
  const words = translator(props.locale, 'versions');
  const dates = formatter(props.locale);
  const prefix = props.prefix ?? '';
  return (
    <>
      {prefix === '' ? <option value="now">{words('title.now')}</option> : null}
      {newestFirst(props.versions).map((version) => (
        <option key={version.id} value={`${prefix}${version.number}`}>
          {versionCitation(version, words)} · {dates.dateTime(new Date(version.at), { dateStyle: 'medium' })}
        </option>
      ))}
    </>
  );
}
