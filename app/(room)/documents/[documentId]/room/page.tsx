import type { Metadata } from 'next';
import { editorDocument } from '@/app/_lib/editor-document';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, getViewer, requireViewer } from '@/app/_lib/viewer';
import { delegationColors } from '@/components/editor/bracket-look';
import { ClientMessages } from '@/components/i18n/client-messages';
import { LoadRoom } from '@/components/room/load-room';
import { Container } from '@/components/ui/container';
import { schemaHash } from '@/domain/text/schema';
import { countryName } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getDocument } from '@/server/queries/documents';
import { getRuntime } from '@/server/runtime';
import { leadAction } from './actions';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const viewer = await getViewer();
  const t = translator(await getLocale(), 'room');
  const found =
    viewer === null ? null : await getDocument(getRuntime(), viewer.actor, (await props.params).documentId);
  return { title: found?.ok === true ? `${t('title')} · ${found.value.symbol}` : t('title') };
}

/** Room mode: for the projector, and for whoever follows from their seat. */
export default async function RoomPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await getDocument(runtime, actor, (await props.params).documentId);
  if (!found.ok) return <Container>{refusalPage(found, locale)}</Container>;
  const document = found.value;
  const countries = countriesFor(runtime);
  return (
    <main
      id="content"
      tabIndex={-1}
      className="w-full flex-1 outline-none"
      style={delegationColors(countries)}
    >
      <h1 className="sr-only">
        {translator(locale, 'room')('title')}: {document.title}
      </h1>
      <ClientMessages locale={locale} messages={pickMessages(locale, ['editor', 'common', 'rules', 'room'])}>
        <LoadRoom
          document={editorDocument(runtime, document)}
          symbol={document.symbol}
          userId={actor.userId}
          syncPath="/sync"
          schemaHash={schemaHash()}
          countryNames={Object.fromEntries(
            countries.map((country) => [country.code, countryName(locale, country)]),
          )}
          mayLead={document.may.leadRoom}
          lead={leadAction}
        />
      </ClientMessages>
    </main>
  );
}
