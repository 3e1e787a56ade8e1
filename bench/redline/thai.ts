import { Random } from '../../domain/redline/testing/random';
import { doc, paragraph } from '../../domain/redline/testing/texts';
import type { DocumentJson } from '../../domain/text/document-json';

/** Words of ASEAN civil service papers, which run on without spaces. */
const WORDS =
  'ประเทศ สมาชิก อาเซียน ที่ประชุม พิจารณา รับรอง ร่าง แผนงาน ความร่วมมือ ด้าน ราชการ พลเรือน และ การ พัฒนา บุคลากร ของ ใน ระดับ ภูมิภาค โดย ให้ สำนักงาน เลขาธิการ รายงาน ผล ต่อ คณะทำงาน ภายใน เดือน มีนาคม ปี งบประมาณ โครงการ ฝึกอบรม ผู้นำ รุ่นใหม่ ไม่ ต้อง จัดทำ เอกสาร ประกอบ วาระ เพื่อ เสริมสร้าง ธรรมาภิบาล บริการ สาธารณะ ดิจิทัล เจ้าภาพ กำหนด สถานที่ แจ้ง ล่วงหน้า หลักเกณฑ์ วิธีการ ประเมิน สมรรถนะ เครือข่าย ศูนย์ ทรัพยากร มนุษย์ ข้อเสนอ ประธาน เห็นชอบ'.split(
    ' ',
  );

const PARAGRAPHS = 1500;
const EDITS = { replaced: 120, inserted: 100, deleted: 80 };

interface Word {
  readonly text: string;
}

export interface ThaiHistory {
  readonly old: DocumentJson;
  readonly new: DocumentJson;
  /** Letters inserted and deleted. */
  readonly letters: number;
}

/** 1,500 Thai paragraphs, 300 words of which were edited. */
export function thaiHistory(seed = 1): ThaiHistory {
  const random = new Random(seed);
  const old = Array.from({ length: PARAGRAPHS }, () => phrase(random, 25 + random.below(50)));
  const fresh = old.map((words) => [...words]);
  const place = () => {
    const words = random.pick(fresh);
    return { words, at: 1 + random.below(words.length - 2) };
  };
  for (let count = 0; count < EDITS.replaced; count += 1) {
    const { words, at } = place();
    const was = words[at]?.text.trim();
    let word = random.pick(WORDS);
    while (word === was) word = random.pick(WORDS);
    words[at] = { text: word };
  }
  for (let count = 0; count < EDITS.inserted; count += 1) {
    const { words, at } = place();
    words.splice(at, 0, { text: random.pick(WORDS) });
  }
  for (let count = 0; count < EDITS.deleted; count += 1) {
    const { words, at } = place();
    words.splice(at, 1);
  }
  const before = new Set(old.flat());
  const after = new Set(fresh.flat());
  const letters = (words: readonly Word[]) => words.reduce((sum, { text }) => sum + text.length, 0);
  return {
    old: documentOf(old),
    new: documentOf(fresh),
    letters:
      letters([...after].filter((word) => !before.has(word))) +
      letters([...before].filter((word) => !after.has(word))),
  };
}

/** Words that run on; a space, which belongs to the word before it, ends a phrase of four to eight. */
function phrase(random: Random, length: number): Word[] {
  let left = 4 + random.below(5);
  return Array.from({ length }, () => {
    left -= 1;
    const ends = left === 0;
    if (ends) left = 4 + random.below(5);
    return { text: `${random.pick(WORDS)}${ends ? ' ' : ''}` };
  });
}

function documentOf(paragraphs: readonly (readonly Word[])[]): DocumentJson {
  return doc(...paragraphs.map((words) => paragraph(words.map(({ text }) => text).join(''))));
}
