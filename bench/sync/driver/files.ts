import { zipSync } from 'fflate';
import { wordFile, wordParts } from '../../../server/word/reading/testing/files';
import { atIntervals, signIn } from './browse';
import { Histogram } from './histogram';
import type { FilesJob, FilesResult } from './jobs';

/** Answers 422 with the number of a rule. */
const REFUSED = 422;

/** What comes in and goes out in files: bombs and long texts to be read, long redlines to be written, each without pause. */
export async function files(job: FilesJob): Promise<FilesResult> {
  const { pages } = job.target;
  if (pages === undefined) throw new Error('files: the target has no pages');
  const cookie = await signIn(pages);
  const hostile = hostileFiles();
  const long = longFile();
  const end = performance.now() + job.seconds * 1000;
  const times = {
    refusals: new Histogram(),
    readings: new Histogram(),
    word: new Histogram(),
    pdf: new Histogram(),
  };
  let failed = 0;
  const timed = async (into: Histogram, due: number, path: string, body?: Uint8Array) => {
    const asked = performance.now();
    const response = await fetch(pages.url + path, {
      headers: { cookie, origin: pages.url },
      ...(body === undefined ? {} : { method: 'POST', body: Buffer.from(body) }),
    }).catch((error: Error) => {
      throw new Error(`${path}: no answer`, { cause: error.cause });
    });
    await response.arrayBuffer();
    if (response.status === due) into.add(performance.now() - asked);
    else failed += 1;
  };
  const send = (into: Histogram, due: number, body: Uint8Array) =>
    timed(into, due, `${pages.imports}?name=text.docx`, body);
  await Promise.all([
    atIntervals(0, end, (round) => send(times.refusals, REFUSED, hostile[round % hostile.length] ?? long)),
    atIntervals(0, end, () => send(times.readings, 200, long)),
    atIntervals(0, end, () => timed(times.word, 200, `${pages.redline}&format=docx`)),
    atIntervals(0, end, () => timed(times.pdf, 200, `${pages.redline}&format=pdf`)),
  ]);
  return {
    refusals: times.refusals.summary(),
    readings: times.readings.summary(),
    word: times.word.summary(),
    pdf: times.pdf.summary(),
    failed,
  };
}

/** A bomb, two million runs, elements in elements, and runs that stop just short of the bounds of unpacking. */
function hostileFiles(): Uint8Array[] {
  const nested = 100_000;
  return [
    wordFile({ more: { 'word/media/a.bin': new Uint8Array(300_000_000) } }),
    wordFile({ body: `<w:p>${'<w:r/>'.repeat(2_000_000)}</w:p>` }),
    wordFile({
      body: `${'<w:sdt><w:sdtContent>'.repeat(nested)}${'</w:sdtContent></w:sdt>'.repeat(nested)}`,
    }),
    // Stored, not packed: nothing but counting elements can tell.
    zipSync(wordParts({ body: `<w:p>${'<w:r/>'.repeat(2_000_000)}</w:p>` }), { level: 0 }),
  ];
}

const PARAGRAPHS = 6000;

/** 90,000 words in 6,000 paragraphs. */
export function longFile(): Uint8Array {
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, index) =>
      `<w:p><w:r><w:t>Clause ${index} says that members ${index * 7919} shall consult in the matter of training ${index * 31} every year.</w:t></w:r></w:p>`,
  );
  return wordFile({ body: paragraphs.join('') });
}
