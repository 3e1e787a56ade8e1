'use client';

import { BrokenPage } from '@/components/shell/broken-page';
import { Container } from '@/components/ui/container';

export default function WorkspaceError(props: { error: unknown; retry: () => void }) {
  return (
    <Container>
      <BrokenPage error={props.error} retry={props.retry} />
    </Container>
  );
}
