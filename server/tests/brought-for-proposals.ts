import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { exportText } from '../queries/export-text';
import { getFileProposals } from '../queries/file-proposals';
import type { Runtime } from '../runtime';
import { proposeFromFile } from '../use-cases/propose-from-file';
import { readImport } from '../use-cases/read-import';
import { by, r } from '../word/reading/testing/files';
import { accepted } from './outcome';
import type { Person, World } from './world';

/** Words tracked after the words of a clause. */
export const added = (clause: string, words: string) => (xml: string) =>
  xml.replace(r(clause), `${r(clause)}<w:ins ${by('A')}>${r(words)}</w:ins>`);

/** A clause like this one tracked after it, with other words. */
export const followed = (clause: string, words: string) => (xml: string) => {
  const [paragraph = ''] =
    xml.match(new RegExp(`<w:p>(?:(?!</w:p>).)*${clause}(?:(?!</w:p>).)*</w:p>`)) ?? [];
  const fresh = paragraph
    .replace('</w:pPr>', `<w:rPr><w:ins ${by('A')}/></w:rPr></w:pPr>`)
    .replace(/<w:bookmark[^>]+>/g, '')
    .replace(r(clause), `<w:ins ${by('A')}>${r(words)}</w:ins>`);
  return xml.replace(paragraph, () => paragraph + fresh);
};

/** What people do with Word files that they bring for proposals on one text. */
export function broughtForProposals(world: World, documentId: string) {
  /** The text as it stands, taken away as a Word file and changed there. */
  async function file(...changes: readonly ((xml: string) => string)[]): Promise<Uint8Array> {
    const input = { documentId, number: 'now', format: 'docx' } as const;
    const { content } = accepted(await exportText(world.runtime, world.actor('indonesia'), input));
    const parts = unzipSync(content as Uint8Array);
    const before = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const after = changes.reduce((xml, change) => change(xml), before);
    return zipSync({ ...parts, 'word/document.xml': strToU8(after) });
  }
  const bring = (bytes: Uint8Array, person: Person = 'indonesia', fileName = 'Capital.docx') =>
    readImport(world.runtime, world.actor(person), { documentId, fileName, bytes, aim: 'propose' });
  const page = async (person: Person = 'indonesia') =>
    accepted(await getFileProposals(world.runtime, world.actor(person), documentId));
  const list = async (person: Person = 'indonesia') =>
    accepted((await page(person)).asked ?? { ok: false, rule: '' });
  /** What the page lists, each with why none is made of it. */
  const listed = async (person: Person = 'indonesia') =>
    (await list(person)).proposals.map(({ place, already }) => [place.kind, place.clauseId, already]);
  const press = (
    id: string,
    fingerprint: string,
    person: Person = 'indonesia',
    runtime: Runtime = world.runtime,
  ) => proposeFromFile(runtime, world.actor(person), { documentId, id, listed: fingerprint });
  /** Brings a file and has made what the page lists. */
  async function make(bytes: Uint8Array, person: Person = 'indonesia') {
    const { id } = accepted(await bring(bytes, person));
    return press(id, (await list(person)).fingerprint, person);
  }
  return { file, bring, page, list, listed, press, make };
}
