import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { BodyFields } from '@/components/admin/body-fields';
import { ChairTerms } from '@/components/admin/chair-terms';
import { PeopleOfBody } from '@/components/admin/people-of-body';
import { Roster } from '@/components/admin/roster';
import { SilenceRules } from '@/components/admin/silence-rules';
import { MeetingLine } from '@/components/meeting/meeting-line';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { Facts } from '@/components/ui/facts';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { dayOf, isDay } from '@/domain/body/days';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { getBody } from '@/server/queries/bodies';
import { countriesFor } from '@/server/queries/countries';
import { bodySilenceRules } from '@/server/queries/silence';
import { getRuntime } from '@/server/runtime';
import * as actions from '../actions';

interface Props {
  params: Promise<{ bodyId: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const viewer = await requireViewer();
  const { bodyId } = await props.params;
  const body = await getBody(getRuntime(), viewer.actor, { bodyId, day: null });
  return body.ok ? { title: body.value.acronym } : {};
}

export default async function BodyPage(props: Props) {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const runtime = getRuntime();
  const { bodyId } = await props.params;
  const { at } = await props.searchParams;
  const day = typeof at === 'string' && isDay(at) ? at : null;
  const found = await getBody(runtime, viewer.actor, { bodyId, day });
  if (!found.ok) return refusalPage(found, locale);
  const body = found.value;
  const countries = countriesFor(runtime);
  const now = runtime.clock.now();
  const rules = bodySilenceRules(runtime, viewer.actor, body.id);
  const t = translator(locale, 'admin');
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb above={[{ href: '/bodies', label: t('bodies.title') }]}>
            <span>{body.acronym}</span>
          </Breadcrumb>
        }
        title={nameIn(locale, body.name, body.nameThai)}
        actions={
          body.may.manageMeetings ? (
            <LinkButton tone="primary" href={`/meetings/new?body=${body.id}`}>
              {translator(locale, 'meetings')('new')}
            </LinkButton>
          ) : undefined
        }
      />
      <Facts
        facts={[
          {
            term: day === null ? t('bodies.chair') : t('bodies.roster.chair'),
            value:
              body.chairs.length === 0
                ? t('bodies.noChair')
                : body.chairs.map((code) => (
                    <Country key={code} code={code} countries={countries} locale={locale} className="mr-3" />
                  )),
          },
          { term: t('bodies.symbol'), value: <code className="font-sans">{body.symbolTemplate}</code> },
        ]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Roster
            body={body}
            day={day}
            today={dayOf(now)}
            countries={countries}
            locale={locale}
            mayManage={body.may.manageMembers}
            actions={actions}
          />
          <ChairTerms
            bodyId={body.id}
            terms={body.chairTerms}
            now={now}
            countries={countries}
            locale={locale}
            mayManage={body.may.manageMembers}
            actions={actions}
          />
          {rules.ok ? (
            <SilenceRules
              bodyId={body.id}
              rules={rules.value}
              locale={locale}
              mayManage={body.may.manageMembers}
              action={actions.setSilenceRulesAction}
            />
          ) : null}
          {body.may.manageMembers ? (
            <Disclosure summary={t('bodies.edit')} className="mb-6">
              <ActionForm
                action={actions.editBodyAction}
                words={formWords(locale)}
                submit={t('bodies.fields.save')}
                hidden={{ bodyId: body.id }}
                keep
              >
                <BodyFields locale={locale} body={body} />
              </ActionForm>
            </Disclosure>
          ) : null}
        </div>
        <div>
          <Section title={t('bodies.meetings.title')}>
            {body.meetings.length === 0 ? (
              <p className="text-muted">{t('bodies.meetings.none')}</p>
            ) : (
              <div className="divide-y divide-line">
                {body.meetings.map((meeting) => (
                  <MeetingLine key={meeting.id} meeting={meeting} locale={locale} compact />
                ))}
              </div>
            )}
          </Section>
          <PeopleOfBody
            people={body.people}
            countries={countries}
            locale={locale}
            mayAppoint={body.may.appoint}
          />
        </div>
      </div>
    </Container>
  );
}
