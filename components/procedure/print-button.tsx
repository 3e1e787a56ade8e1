'use client';

import { Button } from '@/components/ui/button';

export function PrintButton(props: { label: string }) {
  return <Button onClick={() => window.print()}>{props.label}</Button>;
}
