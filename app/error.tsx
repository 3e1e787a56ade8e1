'use client';

import { BrokenPage } from '@/components/shell/broken-page';

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <main id="content" className="flex-1 px-4">
      <BrokenPage error={props.error} retry={props.retry} />
    </main>
  );
}
