import type { ReactNode } from 'react';
import type { CompareChoice } from '@/components/compare/choice';
import { PopPanel } from '@/components/shell/pop-panel';
import { Button, buttonClass } from '@/components/ui/button';
import { Field, Select } from '@/components/ui/field';
import { REDLINE_AUTHORS, REDLINE_MOVES } from '@/domain/text/paper';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** The text as a file, for everybody who may read it: as it stands, or one of its versions. */
export function DownloadTools(props: { documentId: string; version?: number; locale: Locale }): ReactNode {
  const { documentId, version, locale } = props;
  const documents = translator(locale, 'documents');
  const t = translator(locale, 'word');
  const which = version === undefined ? '' : `&version=${version}`;
  const formats = [
    ['pdf', documents('download.pdf')],
    ['pdf&lines=page', documents('download.pdfLines')],
    ['docx', t('text.docx')],
    ['txt', documents('download.txt')],
    ['html', documents('download.html')],
    ['json', documents('download.json')],
  ] as const;
  const title = version === undefined ? documents('download.title') : t('takeAway');
  return (
    <PopPanel
      id={version === undefined ? 'download-panel' : 'download-version-panel'}
      label={title}
      buttonLabel={title}
      buttonClass={buttonClass(version === undefined ? 'quiet' : 'plain')}
      panelClass="panel-by-button p-3"
    >
      <ul className="grid">
        {formats.map(([format, words]) => (
          <li key={format}>
            <a
              href={`/api/documents/${encodeURIComponent(documentId)}/text?format=${format}${which}`}
              className="block rounded px-3 py-2 no-underline hover:bg-accent-soft"
              download
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </PopPanel>
  );
}

/** A comparison as a Word file with tracked changes; how moves and authors are written is the person's choice. */
export function RedlineDownload(props: {
  documentId: string;
  choice: Pick<CompareChoice, 'from' | 'to' | 'fromDocument'>;
  locale: Locale;
}): ReactNode {
  const { documentId, choice, locale } = props;
  const documents = translator(locale, 'documents');
  const t = translator(locale, 'word');
  return (
    <PopPanel
      id="redline-panel"
      label={t('takeAway')}
      buttonLabel={t('takeAway')}
      buttonClass={buttonClass('plain')}
      panelClass="panel-by-button p-5"
    >
      <h2 className="text-[0.95rem] font-semibold">{t('redline.heading')}</h2>
      <p className="mt-1 text-sm text-muted">{t('redline.body')}</p>
      <form
        action={`/api/documents/${encodeURIComponent(documentId)}/redline`}
        method="get"
        className="mt-4 grid gap-3"
      >
        <input type="hidden" name="from" value={choice.from} />
        <input type="hidden" name="to" value={choice.to} />
        {choice.fromDocument === null ? null : (
          <input type="hidden" name="fromDocument" value={choice.fromDocument} />
        )}
        <Field id="redline-moves" label={t('redline.moves')}>
          <Select id="redline-moves" name="moves">
            {REDLINE_MOVES.map((moves) => (
              <option key={moves} value={moves}>
                {t(moves === 'moves' ? 'redline.asMoves' : 'redline.asDeleteInsert')}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="redline-authors" label={t('redline.authors')}>
          <Select id="redline-authors" name="authors">
            {REDLINE_AUTHORS.map((authors) => (
              <option key={authors} value={authors}>
                {t(`redline.${authors}`)}
              </option>
            ))}
          </Select>
        </Field>
        <label className="flex items-center gap-2 text-sm">
          <input type="checkbox" name="lines" value="page" className="size-4 accent-accent" />
          {t('redline.lines')}
        </label>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" name="format" value="docx" tone="primary">
            {t('redline.download')}
          </Button>
          <Button type="submit" name="format" value="pdf">
            {documents('download.pdf')}
          </Button>
          {(['html', 'txt', 'json'] as const).map((format) => (
            <Button key={format} type="submit" name="format" value={format} tone="quiet">
              {t(`redline.${format}`)}
            </Button>
          ))}
        </div>
      </form>
    </PopPanel>
  );
}
