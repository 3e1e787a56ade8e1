import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { partMetadata } from '@/app/(workspace)/meetings/_lib/part-metadata';
import { ActionForm } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { countryName } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { getAttendance } from '@/server/queries/running-order';
import { getRuntime } from '@/server/runtime';
import { setAttendanceAction } from '../../actions';

interface Props {
  params: Promise<{ meetingId: string }>;
}

export function generateMetadata(props: Props): Promise<Metadata> {
  return partMetadata(props.params, 'attendance');
}

export default async function AttendancePage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { meetingId } = await props.params;
  const found = getAttendance(runtime, actor, meetingId);
  if (!found.ok) return refusalPage(found, locale);
  const { lines, may } = found.value;
  const t = translator(locale, 'actions');
  const common = translator(locale, 'common');
  const countries = countriesFor(runtime);
  const present = lines.filter(({ isPresent }) => isPresent).map(({ country }) => country);
  return (
    <>
      <p className="mb-4 max-w-prose text-muted">{t('attendance.lead')}</p>
      <Section
        title={t('attendance.title')}
        aside={
          <span className="text-sm text-muted">{t('decisions.present', { count: present.length })}</span>
        }
      >
        {lines.length === 0 ? (
          <EmptyState title={t('attendance.none')} />
        ) : (
          <Table
            caption={t('attendance.title')}
            head={[
              t('attendance.delegation'),
              t('attendance.state'),
              t('attendance.standing'),
              t('attendance.head'),
            ]}
          >
            {lines.map(({ country, standing, inTheChair, head, isPresent }) => (
              <tr key={country}>
                <td className="whitespace-nowrap">
                  <Country code={country} countries={countries} locale={locale} />
                </td>
                <td>
                  <Badge tone={isPresent ? 'done' : 'neutral'}>
                    {t(isPresent ? 'attendance.present' : 'attendance.absent')}
                  </Badge>
                </td>
                <td className="whitespace-nowrap">
                  {standing === null ? t('attendance.guest') : common(`standing.${standing}`)}
                  {inTheChair ? `, ${t('attendance.chair')}` : ''}
                </td>
                <td>{head ?? <span className="text-muted">–</span>}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      {may.change ? (
        <Disclosure summary={t('attendance.change')} className="mb-6">
          <ActionForm
            action={setAttendanceAction}
            words={formWords(locale)}
            submit={t('attendance.save')}
            hidden={{ meetingId, seen: present.join(' ') }}
            keep
          >
            <fieldset>
              <legend className="mb-1 text-sm font-medium">{t('attendance.change')}</legend>
              <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
                {countries.map((country) => (
                  <label key={country.code} className="flex min-h-7 items-center gap-2 text-sm">
                    <input
                      type="checkbox"
                      name="delegations"
                      value={country.code}
                      defaultChecked={present.includes(country.code)}
                      className="size-4 accent-accent"
                    />
                    {countryName(locale, country)}
                  </label>
                ))}
              </div>
            </fieldset>
          </ActionForm>
        </Disclosure>
      ) : null}
    </>
  );
}
