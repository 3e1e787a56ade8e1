'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Dialog } from '@/components/ui/dialog';
import { keysFor } from './keys';

type Line = readonly [keys: string, message: LineName];
type LineName =
  | 'enter'
  | 'backspace'
  | 'tab'
  | 'shiftTab'
  | 'move'
  | 'kind'
  | 'typed'
  | 'bold'
  | 'link'
  | 'footnote'
  | 'undo'
  | 'find'
  | 'leave'
  | 'help';

/** Every key of the editor, by what one wants to do. */
export function HelpSheet(props: { onClose: () => void }) {
  const t = useTranslations('editor.help');
  const groups: readonly (readonly [string, readonly Line[]])[] = [
    [
      t('structure'),
      [
        ['Enter', 'enter'],
        ['Backspace', 'backspace'],
        ['Tab', 'tab'],
        [keysFor('Shift-Tab'), 'shiftTab'],
        [`${keysFor('Alt-ArrowUp')} ${keysFor('Alt-ArrowDown')}`, 'move'],
        [keysFor('Mod-Alt-0…9'), 'kind'],
        ['1. (a) (i)', 'typed'],
      ],
    ],
    [
      t('words'),
      [
        [`${keysFor('Mod-b')} ${keysFor('Mod-i')} ${keysFor('Mod-u')}`, 'bold'],
        [keysFor('Mod-k'), 'link'],
        [keysFor('Mod-Alt-f'), 'footnote'],
        [`${keysFor('Mod-z')} ${keysFor('Mod-Shift-z')}`, 'undo'],
      ],
    ],
    [
      t('moving'),
      [
        [keysFor('Mod-f'), 'find'],
        ['Escape, Tab', 'leave'],
        [`${keysFor('Mod-/')} ?`, 'help'],
      ],
    ],
  ];
  return (
    <Dialog open onClose={props.onClose} title={t('title')} wide>
      {groups.map(([title, lines]) => (
        <table key={title} className="w-full text-sm">
          <caption className="pb-1 text-left font-semibold">{title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('key')}</th>
              <th scope="col">{t('does')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([keys, message]) => (
              <tr key={message} className="border-t border-line">
                <th scope="row" className="w-2/5 py-1.5 pr-4 text-left font-normal">
                  <kbd className="font-sans">{keys}</kbd>
                </th>
                <td className="py-1.5">{t(message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Dialog>
  );
}
