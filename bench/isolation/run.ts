import { hashPassword } from '../../server/auth/password';
import { takeDueCheckpoints } from '../../server/jobs/checkpoints';
import { exportRedline } from '../../server/queries/export-redline';
import { exportText } from '../../server/queries/export-text';
import { getRecord } from '../../server/queries/records';
import { compareVersions, listVersions, openComparison, readVersion } from '../../server/queries/versions';
import { adoptDocument } from '../../server/use-cases/adopt-document';
import { findAdoption } from '../../server/use-cases/find-adoption';
import { readImport } from '../../server/use-cases/read-import';
import { restoreVersion } from '../../server/use-cases/restore-version';
import { setPens } from '../../server/use-cases/set-pens';
import { startSuccessor } from '../../server/use-cases/start-successor';
import { takeVersion } from '../../server/use-cases/take-version';
import { writeText } from '../../server/use-cases/write-text';
import { longFile } from '../sync/driver/files';
import { watched as watch } from '../watched';
import { accepted, makeLongDocument } from './long-document';

/**
 * How long each act on a text of 60,000 words holds the event loop, which is how long everybody who types in any
 * document waits for it. `npx tsx bench/isolation/run.ts`
 */
interface Line {
  readonly act: string;
  /** From asking to the answer. */
  readonly 'took ms': number;
  /** The longest that nothing else could happen. */
  readonly 'held ms': number;
  /** The longest turn by the processor's clock. */
  readonly 'of it own': number;
}

const lines: Line[] = [];

async function watched<T>(act: string, work: () => Promise<T>): Promise<T> {
  const { result, ms, heldMs, cpuMs } = await watch(work);
  lines.push({
    act,
    'took ms': Math.round(ms),
    'held ms': Math.round(heldMs),
    'of it own': Math.round(cpuMs),
  });
  return result;
}

const long = await makeLongDocument();
const { runtime, secretariat, chair, documentId, texts } = long;
const named = (name: string) => takeVersion(runtime, secretariat, { documentId, name });

accepted(await watched('first version', () => named('first')));
accepted(
  await watched('write the whole text anew (program)', () =>
    writeText(runtime, secretariat, { documentId, text: texts[1] }),
  ),
);
accepted(await watched('take a version', () => named('second')));
accepted(
  await watched('restore a version', () => restoreVersion(runtime, secretariat, { documentId, number: 1 })),
);
await writeText(runtime, secretariat, { documentId, text: texts[1] });
const later = { now: () => new Date(Date.now() + 3_600_000).toISOString() };
await watched('checkpoint', () => takeDueCheckpoints({ ...runtime, clock: later }));
accepted(await watched('list versions', () => listVersions(runtime, secretariat, documentId)));
accepted(await watched('show a version', () => readVersion(runtime, secretariat, { documentId, number: 1 })));
accepted(
  await watched('show the text as it stands', () =>
    readVersion(runtime, secretariat, { documentId, number: 'now' }),
  ),
);
accepted(
  await watched('compare two versions', () =>
    compareVersions(runtime, secretariat, { documentId, from: 1, to: 2 }),
  ),
);
accepted(
  await watched('open a comparison', () =>
    openComparison(runtime, secretariat, { documentId, from: 1, to: 2 }),
  ),
);
for (const format of ['docx', 'pdf'] as const) {
  accepted(
    await watched(`redline as ${format}`, () =>
      exportRedline(runtime, secretariat, {
        ...{ documentId, from: 1, to: 2, format, locale: 'en', lineNumbers: 'none' },
        options: { authors: 'delegations', moves: 'moves' },
      }),
    ),
  );
}
const word = longFile();
accepted(
  await watched('read a Word file of 90,000 words', () =>
    readImport(runtime, secretariat, { documentId, fileName: 'text.docx', bytes: word }),
  ),
);
for (const format of ['json', 'txt', 'html'] as const) {
  accepted(
    await watched(`export as ${format}`, () =>
      exportText(runtime, secretariat, { documentId, number: 1, format }),
    ),
  );
}
accepted(await watched('pens down', () => setPens(runtime, chair, { documentId, down: true })));
const shown = accepted(await readVersion(runtime, chair, { documentId, number: 'now' }));
const { meeting, agendaItem } = shown.document;
accepted(
  await watched('find that it is adopted', () =>
    findAdoption(runtime, chair, {
      documentId,
      position: shown.version.position,
      hash: shown.version.hash,
      verb: 'adopted',
      wording: 'The Meeting adopted the Statement.',
      meetingId: meeting?.id ?? '',
      agendaItemId: agendaItem?.id ?? '',
    }),
  ),
);
accepted(await watched('adopt', () => adoptDocument(runtime, secretariat, { documentId })));
accepted(await watched('show the record', () => getRecord(runtime, secretariat, documentId)));
accepted(await watched('start a successor', () => startSuccessor(runtime, secretariat, { documentId })));

await watched('hash a password', () => hashPassword('correct horse battery staple'));

console.table(lines);
await long.close();
