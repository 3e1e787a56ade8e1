import { InTurns } from '@/components/ui/in-turns';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { TextBody, type TextBodyProps } from './text-body';

export interface TextViewProps extends Omit<TextBodyProps, 't' | 'inParts'> {
  /** Language of the reader. */
  readonly locale: Locale;
}

/** A stored text, rendered on the server. */
export function TextView({ locale, ...props }: TextViewProps) {
  return <TextBody {...props} t={translator(locale, 'editor')} inParts={InTurns} />;
}
