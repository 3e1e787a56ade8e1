import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ClientMessages } from '@/components/i18n/client-messages';
import { InTurns } from '@/components/ui/in-turns';
import type { Redline, Segment } from '@/domain/redline/types';
import type { Locale } from '@/messages/locale';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { ChangeList } from './change-list';
import { numberChanges } from './changes';
import { type CompareView, redlineContext } from './context';
import { listEntries } from './entries';
import { EVERYTHING } from './filter';
import { change, deleted, equal, inserted, redline, ref, row, tableRow } from './fixtures/redline';
import { Legend } from './legend';
import { ChangeNavigation } from './navigation';
import { RedlineText } from './redline-text';
import { Summary } from './summary';

const DELEGATIONS = [
  { code: 'TH', name: 'Thailand', color: '#2d3c8f' },
  { code: 'ID', name: 'Indonesia', color: 'url(x)' },
];

function contextOf(source: Redline, locale: Locale = 'en') {
  const changes = numberChanges(source);
  const t = translator(locale, 'compare');
  return {
    changes,
    context: redlineContext({ t, locale, rows: source.rows, changes, delegations: DELEGATIONS }),
  };
}

function html(source: Redline, view: CompareView = 'inline', locale: Locale = 'en'): string {
  return renderToStaticMarkup(
    <RedlineText
      context={contextOf(source, locale).context}
      view={view}
      language="en"
      fullText="/full"
      inParts={InTurns}
    />,
  );
}

function list(source: Redline, locale: Locale = 'en'): string {
  const { changes, context } = contextOf(source, locale);
  return renderToStaticMarkup(
    <ClientMessages locale={locale} messages={pickMessages(locale, ['compare'])}>
      <ChangeNavigation entries={listEntries(changes, context)} filter={EVERYTHING}>
        <ChangeList delegations={DELEGATIONS} language="en" />
      </ChangeNavigation>
    </ClientMessages>,
  );
}

/** Every id of the page; a second one of the same name would break a link. */
function ids(markup: string): string[] {
  return [...markup.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
}

const WORDING = redline(
  [
    row({
      segments: [
        equal('States '),
        deleted('should', 'c1', ''),
        inserted('shall', 'c1', 'TH'),
        equal(' consult.'),
      ],
    }),
  ],
  [change('c1', 'wording', 0, { oldText: 'should', newText: 'shall', wordsInserted: 1, wordsDeleted: 1 })],
);

const MOVED = redline(
  [
    row({ status: 'moved-away', old: ref('OP 2'), new: null, counterpart: 2, segments: [] }),
    row({ old: ref('OP 3'), new: ref('OP 2') }),
    row({
      status: 'moved',
      old: ref('OP 2'),
      new: ref('OP 5'),
      counterpart: 0,
      segments: [equal('Encourages training '), inserted('and exchange', 'c2')],
      changed: true,
    }),
  ],
  [change('c1', 'moved', 2), change('c2', 'wording', 2, { newText: 'and exchange', wordsInserted: 2 })],
);

describe('the redline in one text', () => {
  test('a replaced word is a deletion and an insertion, with one anchor, each with its hand', () => {
    const markup = html(WORDING);
    expect(markup).toMatch(
      /<del data-change="1" id="change-1" tabindex="-1" data-by="" title="Deleted by Secretariat"[^>]*><span class="r-by">should<\/span><\/del>/,
    );
    expect(markup).toMatch(
      /<ins data-change="1" data-by="TH" title="Inserted by Thailand"[^>]*><span class="r-by" style="--by:#2d3c8f">shall<\/span><\/ins>/,
    );
  });

  test('a run nobody is known for says so little', () => {
    const source = redline([row({ segments: [deleted('x', 'c1')] })], [change('c1', 'wording', 0)]);
    expect(html(source)).toContain('<del data-change="1" id="change-1" tabindex="-1">x</del>');
  });

  test('what a screen reader says around changed runs stands in the reader’s language', () => {
    expect(html(WORDING)).toContain('--say-ins:&quot;[inserted: &quot;');
    expect(html(WORDING, 'inline', 'th')).toContain('--say-del:&quot;[ตัดออก: &quot;');
  });

  test('a screen reader hears whose hand it was', () => {
    expect(html(WORDING)).toContain('--say-ins:&quot;[inserted by Thailand: &quot;');
    expect(html(WORDING, 'inline', 'th')).toContain('--say-ins:&quot;[เพิ่มโดย Thailand: &quot;');
    expect(html(WORDING)).toMatch(/--say-del:&quot;\[deleted by [^:]+: &quot;/);
  });

  test('a colour that is no colour never reaches the page', () => {
    const source = redline([row({ segments: [inserted('x', 'c1', 'ID')] })], [change('c1', 'wording', 0)]);
    expect(html(source)).toContain('data-by="ID"');
    expect(html(source)).not.toContain('url(');
  });

  test('words are escaped, and a link that a browser would run is not a link', () => {
    const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }];
    const markup = html(redline([row({ segments: [equal('<b>bold</b>', marks)] })], []));
    expect(markup).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(markup).not.toContain('href="javascript');
  });

  test('a renumbered clause shows both numbers', () => {
    expect(html(redline([row({ old: ref('OP 2'), new: ref('OP 3') })], []))).toMatch(
      /<span class="r-label">3\.<\/span><span class="r-was" lang="en">\(was 2\.\)<\/span>/,
    );
  });

  test('a moved clause stands at its new place; both ends link to each other and nothing of it is deleted', () => {
    const markup = html(MOVED);
    expect(markup).toContain('<a href="#row-0">Moved from OP 2</a>');
    expect(markup).toContain('<a href="#row-2">OP 2 stood here; now OP 5</a>');
    expect(markup).toContain('<ins data-change="2" id="change-2" tabindex="-1">and exchange</ins>');
    expect(markup).not.toContain('<del');
    expect(ids(markup)).toContain('change-1');
  });

  test('split and joined clauses say from where and into what', () => {
    const markup = html(
      redline(
        [
          row({
            status: 'split',
            old: ref('OP 3'),
            new: ref('OP 4'),
            segments: [inserted(' ', 'c1'), equal('Words.')],
          }),
          row({ status: 'merged', old: ref('OP 6'), new: ref('OP 5') }),
        ],
        [change('c1', 'split', 0), change('c2', 'merged', 1)],
      ),
    );
    expect(markup).toContain('Split from OP 3');
    expect(markup).toContain('Formerly OP 6; now part of OP 5');
    expect(markup).toMatch(/id="change-1" tabindex="-1">Split from/);
    expect(ids(markup)).toEqual(expect.arrayContaining(['change-1', 'change-2']));
  });

  test('formatting, structure and invisible differences are said in words on the clause', () => {
    const bold = [{ type: 'bold' }];
    const markup = html(
      redline(
        [
          row({
            new: ref('', { kind: 'heading', level: 1 }),
            segments: [
              { op: 'equal', text: 'Aims', marks: bold, oldMarks: [], change: 'c1' },
              { op: 'equal', text: ' of', marks: [], invisible: 'no-break-space', change: 'c2' },
            ],
            structure: [{ what: 'level', from: '2', to: '1', change: 'c3' }],
          }),
        ],
        [change('c1', 'formatting', 0), change('c2', 'invisible', 0), change('c3', 'structure', 0)],
      ),
    );
    expect(markup).toContain(
      '<li class="r-chip" data-change="3" id="change-3" tabindex="-1">heading level 2 → 1</li>',
    );
    expect(markup).toContain('<li class="r-chip">bold added</li>');
    expect(markup).toContain('invisible difference: a no-break space');
    expect(markup).toMatch(/<span class="r-form" data-change="1"[^>]*><strong>Aims<\/strong><\/span>/);
  });

  test('a footnote’s words and a forced line are seen, not hidden behind a sign', () => {
    const note = { footnote: true, note: 0 };
    const markup = html(
      redline(
        [
          row({
            segments: [
              equal('one\ntwo'),
              { ...equal('See the '), ...note },
              { ...inserted('final ', 'c1'), ...note },
              { ...equal('report.'), ...note },
              { ...equal('Another note.'), footnote: true, note: 1 },
            ],
          }),
        ],
        [change('c1', 'wording', 0)],
      ),
    );
    expect(markup).toContain('one<br/>two');
    expect(markup).toMatch(
      /<span class="r-note"><span [^>]*>Note:<\/span> See the <ins [^>]*>final <\/ins>report\.<\/span>/,
    );
    expect(markup.match(/class="r-note"/g)).toHaveLength(2);
  });

  test('settings are named in words, not by the names they are stored under', () => {
    const structure = [{ what: 'attribute', from: '', to: 'colspan 2', change: 'c1' }] as const;
    const markup = html(redline([row({ structure, changed: true })], [change('c1', 'structure', 0)]));
    expect(markup).toContain('none → columns covered: 2');
  });

  test('a table is one table, with its header, its cells and its changes', () => {
    const markup = html(
      redline(
        [
          tableRow([1, 0], [[equal('Activity')], [equal('Year')]], true),
          {
            ...tableRow([1, 1], [[equal('Workshop')], [deleted('2021', 'c1'), inserted('2022', 'c1')]]),
            status: 'kept',
          },
          {
            ...tableRow([1, 2], [[inserted('Study visit', 'c2')], [inserted('2023', 'c2')]]),
            old: null,
            status: 'inserted',
          },
        ],
        [change('c1', 'wording', 1), change('c2', 'clause-inserted', 2)],
      ),
    );
    expect(markup.match(/<table>/g)).toHaveLength(1);
    expect(markup).toContain('<th scope="col">Activity</th>');
    expect(markup).toMatch(/<td><del [^>]*>2021<\/del><ins [^>]*>2022<\/ins><\/td>/);
    expect(markup).toMatch(/<tr id="row-2" data-status="inserted" data-touched="" data-map="inserted">/);
    expect(new Set(ids(markup)).size).toBe(ids(markup).length);
  });

  test('headings make a tree below the page’s own, whatever levels the draft skips', () => {
    const heading = (level: number) => row({ old: null, new: ref('', { kind: 'heading', level }) });
    const markup = html(
      redline([heading(3), row({ new: ref('', { kind: 'title' }) }), heading(1), heading(3)], []),
    );
    expect([...markup.matchAll(/<(h\d)/g)].map((match) => match[1])).toEqual(['h3', 'h3', 'h4', 'h5']);
  });
});

describe('the other views', () => {
  test('side by side: the old words stand left, the new right, and an anchor is given once', () => {
    const markup = html(WORDING, 'side');
    const [, left = '', right = ''] = markup.split('r-half r-half-');
    expect(left).toMatch(/<del data-change="1" id="change-1"[^>]*><span class="r-by">should<\/span><\/del>/);
    expect(left).not.toContain('<ins');
    expect(right).toContain('>shall</span></ins>');
    expect(right).not.toContain('<del');
    expect(ids(markup)).toEqual(['row-0', 'change-1']);
  });

  test('side by side: a new clause has nothing on the left, a deleted one nothing on the right', () => {
    const markup = html(
      redline(
        [
          row({ status: 'inserted', old: null, segments: [inserted('New.', 'c1')] }),
          row({ status: 'deleted', new: null, segments: [deleted('Old.', 'c2')] }),
        ],
        [change('c1', 'clause-inserted', 0), change('c2', 'clause-deleted', 1)],
      ),
      'side',
    );
    expect(markup).toMatch(/id="row-0".*?r-half-old r-void"><\/div>.*?New\./);
    expect(markup).toMatch(/id="row-1".*?Old\..*?r-half-new r-void"><\/div>/);
    expect(markup.match(/>Deleted</g)).toHaveLength(1);
  });

  test('several tables are regions with names of their own, by their place in the whole text', () => {
    const touched = tableRow([3, 0], [[inserted('Visit', 'c1')]]);
    const rows = [tableRow([0, 0], [[equal('Year')]]), row(), row(), touched];
    const source = redline(rows, [change('c1', 'wording', 3)]);
    for (const view of ['inline', 'changes'] as const)
      expect(html(source, view).match(/aria-label="Table[^"]*"/g)).toEqual([
        'aria-label="Table 1"',
        'aria-label="Table 2"',
      ]);
    expect(html(redline([touched], []))).toContain('aria-label="Table"');
  });

  test('side by side: a table as it was stands beside the table as it is, row beside row', () => {
    const cell = (status: 'kept' | 'inserted' | 'deleted', ...segments: Segment[]) => ({
      status,
      header: false,
      segments,
    });
    const markup = html(
      redline(
        [
          {
            ...tableRow([1, 0], []),
            cells: [
              cell('kept', equal('Workshop')),
              cell('deleted', deleted('Cost', 'c1')),
              cell('kept', deleted('2021', 'c2'), inserted('2022', 'c2')),
            ],
          },
          {
            ...tableRow([1, 1], [[inserted('Visit', 'c3')], [inserted('2023', 'c3')]]),
            old: null,
            status: 'inserted',
          },
        ],
        [change('c1', 'structure', 0), change('c2', 'wording', 0), change('c3', 'clause-inserted', 1)],
      ),
      'side',
    );
    const [, old = '', fresh = ''] = markup.split('<table');
    expect(old).toContain('--columns:3');
    expect(fresh).toContain('--columns:2');
    expect(old).toContain('2021');
    expect(old).not.toMatch(/2022|Visit/);
    expect(fresh).not.toMatch(/2021|Cost/);
    expect(old.match(/<tr/g)?.length).toBe(fresh.match(/<tr/g)?.length);
    expect(ids(markup).sort()).toEqual(['change-1', 'change-2', 'change-3', 'row-0', 'row-1']);
  });

  test('changes only: unchanged stretches are folded with their count and can be opened', () => {
    const rows = [row(), row(), row(), ...WORDING.rows, row(), row(), row()];
    const markup = html(redline(rows, [change('c1', 'wording', 3)]), 'changes');
    expect(markup.match(/<details/g)).toHaveLength(2);
    expect(markup).toContain('2 unchanged clauses');
    expect(html(redline(rows, [change('c1', 'wording', 3)]), 'changes', 'th')).toContain('ไม่เปลี่ยนแปลง 2 ข้อ');
  });
});

describe('from a changed clause to its history', () => {
  const source = redline(
    [
      row({ ...WORDING.rows[0], old: ref('OP 1', { id: 'c_1' }), new: ref('OP 1', { id: 'c_1' }) }),
      row({ old: ref('OP 2', { id: 'c_2' }), new: ref('OP 2', { id: 'c_2' }) }),
      row({
        status: 'deleted',
        old: ref('OP 3', { id: 'c_3' }),
        new: null,
        segments: [deleted('Gone.', 'c2')],
      }),
      row({ ...WORDING.rows[0], old: ref('', { id: null }), new: ref('', { id: null }) }),
      {
        ...tableRow([0, 1], [[inserted('Visit', 'c3')], [equal('2023')]]),
        new: ref('', { id: 'c_row', kind: 'tableRow' }),
      },
    ],
    [change('c1', 'wording', 0), change('c2', 'clause-deleted', 2), change('c3', 'wording', 4)],
  );
  const drawn = (view: CompareView) =>
    renderToStaticMarkup(
      <RedlineText
        context={{ ...contextOf(source).context, wroteHref: (id) => `/wrote/${id}` }}
        view={view}
        language="en"
        fullText="/full"
        inParts={InTurns}
      />,
    );

  test.each(['inline', 'side', 'changes'] as const)(
    'LE13 every changed clause leads there once: %s',
    (view) => {
      const targets = [...drawn(view).matchAll(/href="\/wrote\/([^"]+)"/g)].map((match) => match[1]);
      expect(targets).toEqual(['c_1', 'c_3', 'c_row']);
      expect(drawn(view)).toContain('aria-label="Who wrote this: OP 1"');
    },
  );

  test('texts that are not those of a document lead nowhere', () => {
    expect(html(source)).not.toContain('r-wrote');
  });
});

describe('around the text', () => {
  test('every entry of the list leads to an anchor of the text, in every view', () => {
    for (const source of [WORDING, MOVED]) {
      const targets = [...list(source).matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
      expect(targets.length).toBe(source.changes.length);
      for (const view of ['inline', 'side', 'changes'] as const) {
        expect(ids(html(source, view))).toEqual(expect.arrayContaining(targets));
      }
    }
  });

  test('an entry says where, what and by whom', () => {
    const markup = list(WORDING);
    expect(markup).toContain('data-group="wording"');
    expect(markup).toContain('Secretariat');
    expect(markup).toContain('OP 1');
    expect(markup).toContain('<del>should</del> <ins>shall</ins>');
    expect(markup).toContain('alt="Thailand"');
  });

  test('the numbers carry signs and the legend names the delegations', () => {
    const { context } = contextOf(WORDING);
    const summary = renderToStaticMarkup(<Summary summary={WORDING.summary} t={context.t} locale="en" />);
    expect(summary).toContain('<dt>Words inserted</dt><dd>+1</dd>');
    expect(summary).toContain('<dt>Words deleted</dt><dd>−1</dd>');
    expect(renderToStaticMarkup(<Legend authors={['TH', '']} context={context} />)).toMatch(
      /Thailand.*Secretariat/,
    );
  });
});
