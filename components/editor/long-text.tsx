'use client';

import { useEffect, useMemo } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { DrawnHere } from '@/components/ui/drawn-here';
import { drawNow, InSlices } from '@/components/ui/in-slices';
import { stayAt } from '@/components/ui/stay-at';
import { type DocumentJson, type NodeJson, plainText, stringAttr } from '@/domain/text/document-json';
import { TextBody, type TextBodyProps } from './text-body';

type Look = Pick<TextBodyProps, 'houseStyle' | 'language'>;

/**
 * A stored text too long to be drawn on the server (ADR 0014); `source` answers with a line that says which text it is,
 * and with its JSON. `mark` is that line of the text that the page speaks of.
 */
export function LongText({ source, mark, ...look }: Look & { source: string; mark: string }) {
  return (
    <DrawnHere
      source={source}
      subject={mark}
      draw={async (answer) => {
        const end = answer.indexOf('\n');
        if (answer.slice(0, end) !== mark) return null;
        return <TextInSlices {...look} document={JSON.parse(answer.slice(end + 1)) as DocumentJson} />;
      }}
    />
  );
}

/** Draws a text slice by slice; the clause that the address names comes first. */
export function TextInSlices(props: Look & { document: DocumentJson }) {
  const t = useTranslations('editor');
  const blocks = props.document.content ?? NONE;
  const InParts = useMemo(() => slicesOf(blocks), [blocks]);
  useEffect(() => {
    const anchors = anchorsOf(blocks);
    const goThere = () => {
      const id = window.location.hash.slice(1);
      const at = anchors.get(id);
      if (at !== undefined) drawNow('rows', at);
      const named = document.getElementById(id);
      for (const old of document.querySelectorAll('[data-target]')) old.removeAttribute('data-target');
      if (named === null) return;
      // The browser marks only what was there when the address was opened.
      named.setAttribute('data-target', '');
      stayAt(named);
    };
    // Nothing can be drawn at once while React is still at work.
    const first = setTimeout(goThere);
    window.addEventListener('hashchange', goThere);
    return () => {
      clearTimeout(first);
      window.removeEventListener('hashchange', goThere);
    };
  }, [blocks]);
  return <TextBody {...props} t={t} inParts={InParts} />;
}

const NONE: readonly NodeJson[] = [];
/** Of a column of text. */
const SIGNS_IN_A_LINE = 70;

function slicesOf(blocks: readonly NodeJson[]): TextBodyProps['inParts'] {
  const places = new Map(blocks.map((block, index) => [block, index]));
  const placeOf = (block: NodeJson | undefined) => (block === undefined ? -1 : (places.get(block) ?? -1));
  const linesOf = (block: NodeJson) => Math.ceil(plainText(block).length / SIGNS_IN_A_LINE) + 0.6;
  return ({ items, draw }) => (
    <InSlices
      items={items}
      draw={draw}
      standIn={(slice) => ({
        lines: slice.reduce((sum, block) => sum + linesOf(block), 0),
        changes: null,
        rows: [placeOf(slice[0]), placeOf(slice.at(-1))],
      })}
    />
  );
}

/** Which block holds what an address can name: a clause, or the sign of a footnote. */
function anchorsOf(blocks: readonly NodeJson[]): ReadonlyMap<string, number> {
  const anchors = new Map<string, number>();
  let notes = 0;
  const walk = (node: NodeJson, at: number) => {
    const id = stringAttr(node, 'id');
    if (id !== null) anchors.set(id, at);
    if (node.type === 'footnote') {
      notes += 1;
      anchors.set(`fnref-${notes}`, at);
    }
    for (const inside of node.content ?? []) walk(inside, at);
  };
  blocks.forEach(walk);
  return anchors;
}
