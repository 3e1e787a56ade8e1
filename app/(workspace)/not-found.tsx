import { NotFoundPage } from '@/components/shell/not-found-page';
import { Container } from '@/components/ui/container';
import { getLocale } from '../_lib/viewer';

export default async function NotFound() {
  return (
    <Container>
      <NotFoundPage locale={await getLocale()} />
    </Container>
  );
}
