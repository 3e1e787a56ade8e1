'use client';

import type { Editor } from '@tiptap/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, TextInput } from '@/components/ui/field';
import { isSafeLink } from '@/domain/text/marks';

/** Where the selected words lead. An address that could do harm is refused with the reason. */
export function LinkDialog(props: { editor: Editor; onClose: () => void }) {
  const t = useTranslations('editor.link');
  const { editor } = props;
  const id = useId();
  const current: unknown = editor.getAttributes('link').href;
  const [address, setAddress] = useState(typeof current === 'string' ? current : '');
  const [fault, setFault] = useState<string>();
  const isLink = editor.isActive('link');
  const hasWords = isLink || !editor.state.selection.empty;

  const save = (event: FormEvent) => {
    event.preventDefault();
    const href = completed(address.trim());
    if (!isSafeLink(href)) {
      setFault(t('unsafe'));
      return;
    }
    editor.chain().extendMarkRange('link').setMark('link', { href }).run();
    props.onClose();
  };
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run();
    props.onClose();
  };
  return (
    <Dialog open onClose={props.onClose} title={t('title')}>
      {hasWords ? (
        <form className="grid gap-4" onSubmit={save} noValidate>
          <Field id={id} label={t('address')} hint={t('hint')} error={fault}>
            <TextInput
              id={id}
              type="url"
              inputMode="url"
              autoComplete="off"
              value={address}
              aria-invalid={fault !== undefined}
              aria-describedby={fault === undefined ? `${id}-hint` : `${id}-error`}
              onChange={(event) => setAddress(event.target.value)}
            />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary">
              {t('save')}
            </Button>
            {isLink ? <Button onClick={remove}>{t('remove')}</Button> : null}
            <Button tone="quiet" onClick={props.onClose}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <p>{t('noSelection')}</p>
          <div>
            <Button onClick={props.onClose}>{t('cancel')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** "asean.org/x" and "name@asean.org" as people type them. */
function completed(address: string): string {
  if (/^[^\s@:/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  if (/^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(address)) return `https://${address}`;
  return address;
}
