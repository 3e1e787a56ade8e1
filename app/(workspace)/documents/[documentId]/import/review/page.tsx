import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Review } from '@/components/import/review';
import { changesOf } from '@/domain/text/claimed-authors';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { getImportReview } from '@/server/queries/imports';
import { getRuntime } from '@/server/runtime';
import { keepChoices, reviewFile } from '../actions';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ page?: string | string[]; comments?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'import')('choice.review') };
}

/** The tracked changes of the file that waits, page by page, each to be taken or left. */
export default async function ReviewPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const query = await props.searchParams;
  const asked = Number(query.page ?? 1);
  const page = Number.isSafeInteger(asked) ? asked : 1;
  const found = getImportReview(getRuntime(), actor, { documentId, page });
  if (!found.ok && found.rule === 'IM18') redirect(`/documents/${documentId}/import`);
  if (!found.ok) return refusalPage(found, locale);
  const review = found.value;
  const { findings } = review;
  const t = translator(locale, 'import');
  return (
    <ClientMessages locale={locale} messages={pickMessages(locale, ['import'])}>
      <header className="mb-5 max-w-3xl">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold break-words">
          {t('review.title', { file: review.fileName })}
        </h2>
        <p className="mt-1 text-muted">{t('review.lead')}</p>
      </header>
      <Review
        key={`${review.id} ${review.page}`}
        file={{ documentId, id: review.id }}
        page={review.page}
        pages={findings.pages}
        passages={review.passages}
        allPassages={findings.passages}
        authors={findings.authors.map((entry) => ({ author: entry.author, changes: changesOf(entry) }))}
        left={review.left}
        taken={review.taken}
        all={findings.authorOf.length}
        comments={findings.comments}
        bringsComments={query.comments === '1'}
        keep={keepChoices}
        review={reviewFile}
      />
    </ClientMessages>
  );
}
