import type { Metadata } from 'next';
import { editorDocument } from '@/app/_lib/editor-document';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, getViewer, requireViewer } from '@/app/_lib/viewer';
import { ViewSwitch } from '@/components/brackets/view-switch';
import { ReadingMark } from '@/components/comparisons/reading-mark';
import { ThreeComparisons } from '@/components/comparisons/three-comparisons';
import type { BracketTools } from '@/components/editor/bracket-tools';
import { LoadEditor } from '@/components/editor/load-editor';
import { ClientMessages } from '@/components/i18n/client-messages';
import { formWords } from '@/components/ui/form-words';
import type { Actor } from '@/domain/policy/can';
import { can } from '@/domain/policy/can';
import type { DocumentState } from '@/domain/procedure/states';
import { schemaHash } from '@/domain/text/schema';
import type { Locale } from '@/messages/locale';
import { countryName } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { membersOf } from '@/server/queries/brackets';
import { comparisonsFor, standingPosition, unreadPosition } from '@/server/queries/comparisons';
import { countriesFor } from '@/server/queries/countries';
import { type DocumentView, getDocument } from '@/server/queries/documents';
import { getRuntime } from '@/server/runtime';
import { addToBracketAction, joinAlternativeAction, putInBracketsAction } from './_actions/brackets';
import { COMMENT_ACTS } from './_actions/comment-acts';
import { proposingFacts } from './proposals/_lib/proposing';

/** States in which a text has brackets, proposals, and views that show or leave them out. */
const VIEWED: readonly DocumentState[] = ['circulated', 'negotiation', 'agreed', 'silence'];

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { documentId } = await props.params;
  const viewer = await getViewer();
  const found = viewer === null ? null : await getDocument(getRuntime(), viewer.actor, documentId);
  if (found?.ok === true) return { title: `${found.value.symbol} · ${found.value.title}` };
  return { title: translator(await getLocale(), 'common')('productName') };
}

/** The text of a document as it stands: to write in, or to read while others write. */
export default async function DocumentPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await getDocument(runtime, actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const document = found.value;
  const proposing = await proposingFacts(actor, document);
  const more = proposing === null ? [] : (['proposals', 'compare'] as const);
  return (
    <ClientMessages
      locale={locale}
      messages={pickMessages(locale, ['editor', 'comments', 'common', 'rules', ...more])}
    >
      <div className="mb-4 grid gap-3">
        {VIEWED.includes(document.state) ? (
          <ViewSwitch documentId={document.id} here="text" locale={locale} />
        ) : null}
        <ThreeComparisons
          documentId={document.id}
          comparisons={await comparisonsFor(runtime, actor, document)}
          compact
          locale={locale}
        />
      </div>
      <ReadingMark
        documentId={document.id}
        position={unreadPosition(runtime, actor, document.id, standingPosition(runtime, document.id))}
        live
      />
      <LoadEditor
        document={editorDocument(runtime, document)}
        userId={actor.userId}
        syncPath="/sync"
        schemaHash={schemaHash()}
        brackets={await bracketTools(actor, document, locale)}
        comments={COMMENT_ACTS}
        countryNames={Object.fromEntries(
          countriesFor(runtime).map((country) => [country.code, countryName(locale, country)]),
        )}
        proposing={proposing}
      />
    </ClientMessages>
  );
}

/** What the person may do with brackets from within the text; null where they may not. */
async function bracketTools(
  actor: Actor,
  document: DocumentView,
  locale: Locale,
): Promise<BracketTools | null> {
  const { body, state, pensDown } = document;
  if (!can(actor, 'bracketText', { bodyId: body.id, state, pensDown }).ok) return null;
  return {
    put: putInBracketsAction,
    add: addToBracketAction,
    join: joinAlternativeAction,
    words: formWords(locale),
    members: membersOf(getRuntime(), body.id).map((country) => ({
      code: country.code,
      name: countryName(locale, country),
    })),
  };
}
