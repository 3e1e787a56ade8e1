import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { delegationColors } from '@/components/editor/bracket-look';
import { DocumentHeader } from '@/components/procedure/document-header';
import { DownloadTools } from '@/components/procedure/download-tools';
import { ProcedureTools } from '@/components/procedure/procedure-tools';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { rolesIn } from '@/domain/policy/can';
import { openSteps } from '@/domain/procedure/transitions';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { documentFormChoices } from '@/server/queries/document-form';
import { type DocumentView, getDocument } from '@/server/queries/documents';
import { silenceHead } from '@/server/queries/silence-run';
import { getRuntime } from '@/server/runtime';
import { describeAction, moveStateAction } from './_actions/procedure';

interface Props {
  params: Promise<{ documentId: string }>;
  children: ReactNode;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { actor, locale } = await requireViewer();
  const product = translator(locale, 'common')('productName');
  const found = await getDocument(getRuntime(), actor, (await props.params).documentId);
  if (!found.ok) return {};
  const { symbol, title } = found.value;
  return {
    title: { default: `${symbol} ${title} · ${product}`, template: `%s · ${symbol} · ${product}` },
  };
}

export default async function DocumentLayout(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await getDocument(runtime, actor, (await props.params).documentId);
  if (!found.ok) return <Container>{refusalPage(found, locale)}</Container>;
  const document = found.value;
  const predecessor =
    document.predecessorId === null ? null : await getDocument(runtime, actor, document.predecessorId);
  return (
    <Container width="wide">
      <DocumentHeader
        document={document}
        countries={countriesFor(runtime)}
        locale={locale}
        silence={silenceHead(runtime, actor, document.id)}
        predecessor={predecessor?.ok === true ? predecessor.value : null}
        tools={
          <>
            {document.may.exportText ? <DownloadTools documentId={document.id} locale={locale} /> : null}
            {document.state === 'negotiation' ? (
              <LinkButton tone="quiet" href={`/documents/${document.id}/room`}>
                {translator(locale, 'room')('tool')}
              </LinkButton>
            ) : null}
            {document.may.importText ? (
              <LinkButton tone="quiet" href={`/documents/${document.id}/import`}>
                {translator(locale, 'import')('tool')}
              </LinkButton>
            ) : null}
            {document.may.moveState || document.may.describe ? await tools(document) : null}
          </>
        }
      />
      {/* Whatever shows words of delegations finds their colours here. */}
      <div className="contents" style={delegationColors(countriesFor(runtime))}>
        {props.children}
      </div>
    </Container>
  );

  async function tools(shown: DocumentView): Promise<ReactNode> {
    const choices = await documentFormChoices(runtime, actor, {
      bodyId: shown.body.id,
      keepMeetingId: shown.meeting?.id ?? null,
    });
    if (!choices.ok) return null;
    return (
      <ProcedureTools
        documentId={shown.id}
        stateSeq={shown.stateSeq}
        steps={openSteps(shown.state, rolesIn(actor, shown.body.id))}
        description={{
          ...shown,
          meetingId: shown.meeting?.id ?? null,
          agendaItemId: shown.agendaItem?.id ?? null,
        }}
        choices={choices.value}
        locale={locale}
        actions={{ moveState: moveStateAction, describe: describeAction }}
      />
    );
  }
}
