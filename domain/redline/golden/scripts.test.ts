import { describe, expect, test } from 'vitest';
import { redlineOf, rowsOf } from '../testing/describe';
import { doc, paragraph } from '../testing/texts';

function words(old: string, fresh: string): string[] {
  return rowsOf(doc(paragraph(old)), doc(paragraph(fresh)));
}

describe('RL18 scripts without spaces are compared by words', () => {
  test('RL18 a Thai word in the middle is one deletion and one insertion', () => {
    expect(words('ที่ประชุมพิจารณาร่างแผนงาน', 'ที่ประชุมรับรองร่างแผนงาน')).toEqual([
      'ที่ประชุม[-พิจารณา-]{+รับรอง+}ร่างแผนงาน',
    ]);
    const redline = redlineOf(
      doc(paragraph('ที่ประชุมพิจารณาร่างแผนงาน')),
      doc(paragraph('ที่ประชุมรับรองร่างแผนงาน')),
    );
    expect(redline.summary).toMatchObject({ wordsInserted: 1, wordsDeleted: 1 });
  });

  test('RL18 a Thai word inserted, and one out', () => {
    expect(words('ประเทศสมาชิกต้องรายงาน', 'ประเทศสมาชิกไม่ต้องรายงาน')).toEqual(['ประเทศสมาชิก{+ไม่+}ต้องรายงาน']);
    expect(words('ประเทศสมาชิกไม่ต้องรายงาน', 'ประเทศสมาชิกต้องรายงาน')).toEqual(['ประเทศสมาชิก[-ไม่-]ต้องรายงาน']);
  });

  test('RL18 Thai digits and a year of the Buddhist era', () => {
    expect(words('แผนงาน พ.ศ. ๒๕๖๓', 'แผนงาน พ.ศ. ๒๕๖๔')).toEqual(['แผนงาน พ.ศ. [-๒๕๖๓-]{+๒๕๖๔+}']);
  });

  test('RL18 Thai beside English', () => {
    expect(words('การประชุม ACCSM ครั้งที่ 19', 'การประชุม ACCSM ครั้งที่ 20')).toEqual([
      'การประชุม ACCSM ครั้งที่ [-19-]{+20+}',
    ]);
  });

  test('RL18 Lao', () => {
    expect(words('ກອງປະຊຸມພິຈາລະນາຮ່າງແຜນງານ', 'ກອງປະຊຸມຮັບຮອງຮ່າງແຜນງານ')).toEqual([
      'ກອງປະຊຸມ[-ພິຈາລະນາ-]{+ຮັບຮອງ+}ຮ່າງແຜນງານ',
    ]);
  });

  test('RL18 Khmer', () => {
    expect(words('អង្គប្រជុំពិនិត្យសេចក្តីព្រាង', 'អង្គប្រជុំអនុម័តសេចក្តីព្រាង')).toEqual(['អង្គប្រជុំ[-ពិនិត្យ-]{+អនុម័ត+}សេចក្តីព្រាង']);
  });

  test('RL18 Burmese', () => {
    expect(words('အစည်းအဝေးသည် မူကြမ်းကို စဉ်းစားသည်', 'အစည်းအဝေးသည် မူကြမ်းကို အတည်ပြုသည်')).toEqual([
      'အစည်းအဝေးသည် မူကြမ်းကို [-စဉ်းစားသည်-]{+အတည်ပြုသည်+}',
    ]);
  });

  test('RL18 a word in where no space shows words', () => {
    expect(words('ປະເທດສະມາຊິກຕ້ອງລາຍງານ', 'ປະເທດສະມາຊິກບໍ່ຕ້ອງລາຍງານ')).toEqual(['ປະເທດສະມາຊິກ{+ບໍ່+}ຕ້ອງລາຍງານ']);
    expect(words('រដ្ឋសមាជិកត្រូវរាយការណ៍', 'រដ្ឋសមាជិកមិនត្រូវរាយការណ៍')).toEqual(['រដ្ឋសមាជិក{+មិន+}ត្រូវរាយការណ៍']);
    expect(words('အစည်းအဝေးသည်မူကြမ်းကိုစဉ်းစားသည်', 'အစည်းအဝေးသည်မူကြမ်းကိုအတည်ပြုသည်')).toEqual([
      'အစည်းအဝေးသည်မူကြမ်းကို[-စဉ်းစားသည်-]{+အတည်ပြုသည်+}',
    ]);
  });

  test('RL18 a flag between Thai words', () => {
    expect(words('สมาชิก🇹🇭ลงนาม', 'สมาชิก🇲🇾ลงนาม')).toEqual(['สมาชิก[-🇹🇭-]{+🇲🇾+}ลงนาม']);
  });

  test('RL18 Chinese', () => {
    expect(words('会议审议了工作计划草案', '会议通过了工作计划草案')).toEqual([
      '会议[-审议-]{+通过+}了工作计划草案',
    ]);
  });

  test('RL18 no run of a redline begins with a sign that belongs to the letter before it', () => {
    const pairs = [
      ['ที่ประชุมพิจารณาร่าง', 'ที่ประชุมพิจารณ์ร่าง'],
      ['ກຳນົດ', 'ກໍານົດໝາຍ'],
      ['កម្មវិធី', 'កម្មការ'],
      ['ကြမ်း', 'ကြမ်'],
      ['cafe\u0301 x', 'cafe x'],
    ] as const;
    for (const [old, fresh] of pairs) {
      for (const row of redlineOf(doc(paragraph(old)), doc(paragraph(fresh))).rows) {
        for (const segment of row.segments)
          expect(segment.text).not.toMatch(/^[\p{M}\u0E30\u0E32\u0E33\u0EB0\u0EB2\u0EB3]/u);
      }
    }
  });
});

describe('RL19 what nobody sees is no change of wording', () => {
  function invisibles(old: string, fresh: string): (string | undefined)[] {
    const redline = redlineOf(doc(paragraph(old)), doc(paragraph(fresh)));
    expect(redline.summary).toMatchObject({ wordsInserted: 0, wordsDeleted: 0 });
    expect(redline.changes.every((change) => change.kind === 'invisible')).toBe(true);
    return [
      ...new Set(redline.rows.flatMap((row) => row.segments.map((segment) => segment.invisible))),
    ].filter((kind) => kind !== undefined);
  }

  test('RL19 sara am in one sign or two', () => {
    expect(invisibles('คณะทำงาน', 'คณะทํางาน')).toEqual(['sara-am']);
    expect(invisibles('ຄະນະເຮັດວຽກນຳ', 'ຄະນະເຮັດວຽກນໍາ')).toEqual(['sara-am']);
    expect(invisibles('น้ำ', 'น้ํา')).toEqual(['sara-am']);
  });

  test('RL19 a no-break space', () => {
    expect(invisibles('OP 3 applies', 'OP\u00A03 applies')).toEqual(['no-break-space']);
  });

  test('RL19 a zero-width space, in Thai too', () => {
    expect(invisibles('แผนงานระดับภูมิภาค', 'แผนงาน\u200Bระดับ\u200Bภูมิภาค')).toEqual(['zero-width-space']);
  });

  test('RL19 composed and decomposed letters beside another change', () => {
    expect(words('Việt Nam agrees', 'Vie\u0323\u0302t Nam objects')).toEqual([
      '~Vie\u0323\u0302t~ Nam [-agrees-]{+objects+}',
    ]);
  });

  test('RL19 texts that differ only in composition are the same text', () => {
    expect(redlineOf(doc(paragraph('Việt')), doc(paragraph('Vie\u0323\u0302t'))).summary.identical).toBe(
      true,
    );
  });

  test('RL19 an emoji stays in one piece', () => {
    expect(words('agreed 👍', 'agreed 👍🏽')).toEqual(['agreed [-👍-]{+👍🏽+}']);
    expect(words('flags 🇹🇭🇱🇦', 'flags 🇹🇭🇻🇳')).toEqual(['flags 🇹🇭[-🇱🇦-]{+🇻🇳+}']);
    expect(words('the 👩‍👩‍👧 x', 'the 👩‍👩‍👦 x')).toEqual(['the [-👩‍👩‍👧-]{+👩‍👩‍👦+} x']);
  });

  test('RL19 right-to-left words', () => {
    expect(words('kata قديم baru', 'kata جديد baru')).toEqual(['kata [-قديم-]{+جديد+} baru']);
    expect(words('Istilah قانون baru dipakai', 'Istilah قانون دولي baru dipakai')).toEqual([
      'Istilah قانون {+دولي +}baru dipakai',
    ]);
    expect(words('تنسق الأمانة أعمال المؤتمر', 'تنسق الأمانة جميع أعمال المؤتمر')).toEqual([
      'تنسق الأمانة {+جميع +}أعمال المؤتمر',
    ]);
  });
});
