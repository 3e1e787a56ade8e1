import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { BodyFields } from '@/components/admin/body-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { formWords } from '@/components/ui/form-words';
import { Card, PageHeader } from '@/components/ui/page';
import { canInSystem } from '@/domain/policy/can';
import { translator } from '@/messages/translate';
import { createBodyAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'admin')('bodies.newTitle') };
}

export default async function NewBodyPage() {
  const viewer = await requireViewer();
  const { locale } = viewer;
  const allowed = canInSystem(viewer.actor, 'manageBodies');
  if (!allowed.ok) return refusalPage(allowed, locale);
  const t = translator(locale, 'admin');
  return (
    <Container width="narrow">
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: '/bodies', label: t('bodies.title') }]} />}
        title={t('bodies.newTitle')}
      />
      <Card>
        <ActionForm
          action={createBodyAction}
          words={formWords(locale)}
          submit={t('bodies.fields.create')}
          tone="primary"
          keep
        >
          <BodyFields locale={locale} />
        </ActionForm>
      </Card>
    </Container>
  );
}
