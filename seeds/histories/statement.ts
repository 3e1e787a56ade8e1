import { clear, issue, type SeedDocument, version, write } from '../history';
import { inLanguage, item, op, sub } from '../texts/build';
import {
  append,
  format,
  insertAfter,
  insertInline,
  mergeWithNext,
  moveAfter,
  remove,
  replace,
  setLevel,
  split,
} from '../texts/edits';
import { STATEMENT_TITLE, STATEMENT_ZERO_DRAFT } from '../texts/statement';

/** The Statement from the zero draft of February to the morning of 23 April: still a draft, still being written. */
export const STATEMENT: SeedDocument = {
  key: 'statement',
  body: 'ACCSM',
  symbol: 'ACCSM/20/SOM/ST.1',
  kind: 'statement',
  title: STATEMENT_TITLE,
  houseStyle: 'declaration',
  leadCountry: 'TH',
  agenda: { meeting: 'som', item: '5' },
  created: { by: 'secretariat', at: '2019-02-11 09:00' },
  firstText: { by: 'thDelegate', at: '2019-02-11 10:10', text: STATEMENT_ZERO_DRAFT },
  history: [
    version('thDelegate', '2019-02-11 16:20', 'Zero draft', 'Offered by Thailand as the basis of work'),

    write(
      'vnDelegate',
      '2019-02-18 10:05',
      replace('c_st_pp05', 'it changes faster than', 'it often changes faster than'),
      replace('c_st_op09', 'digital competencies', 'digital and professional competencies'),
      replace(
        'c_st_op06',
        'abolish those that no longer serve',
        'simplify or abolish those that no longer serve',
      ),
    ),
    write(
      'sgDelegate',
      '2019-02-20 14:40',
      replace(
        'c_st_op05',
        'test a solution with its users before it is introduced everywhere',
        'test a solution early with the people who will use it, learn from the test, and only then introduce it everywhere',
      ),
      insertAfter(
        'c_st_op05',
        op(
          'c_st_op05n',
          'ALLOW for trials within limits that are set in advance, so that a new way of working can be tried at small cost and ended without loss of face;',
        ),
      ),
      replace('c_st_op12', 'EXPLORE the use of', 'ADOPT'),
      replace('c_st_op12', 'responsible, explainable', 'responsible, secure, explainable'),
    ),
    version('sgDelegate', '2019-02-20 15:00', 'First comments', 'Singapore and Viet Nam'),

    write(
      'idDelegate',
      '2019-02-27 09:30',
      split('c_st_op04', ', and keep an office open', 'c_st_op04n'),
      append('c_st_op04', { type: 'text', text: ';' }),
      replace('c_st_op04n', ', and keep an office open', 'KEEP an office open'),
      replace('c_st_op04', 'people in remote areas', 'people in remote areas and on small islands'),
    ),
    write(
      'phDelegate',
      '2019-03-01 11:15',
      moveAfter('c_st_pp09', 'c_st_pp04'),
      replace(
        'c_st_op16',
        'together with indicators that show whether they are achieved',
        'together with indicators, baselines and targets that show whether they are achieved',
      ),
      replace('c_st_op18', 'and to report', 'to review it every year, and to report'),
    ),
    version('secretariat', '2019-03-04 09:00', 'Second comments', 'Indonesia and the Philippines'),

    write(
      'myDelegate',
      '2019-03-06 16:00',
      replace('c_st_pp05', 'the civil service;', 'the civil service,'),
      replace('c_st_pp06', 'MINDFUL that', 'and mindful that'),
      mergeWithNext('c_st_pp05', ' '),
      replace(
        'c_st_op07b',
        'levels of administration and sectors',
        'levels of administration and sectors, where the law provides for it',
      ),
    ),
    write(
      'thDelegate',
      '2019-03-08 13:25',
      replace('c_st_thai', 'การเร่งรัดการพัฒนาระบบราชการที่คล่องตัว', 'การเร่งพัฒนาข้าราชการพลเรือนที่คล่องตัว'),
      replace('c_st_op10', 'การให้บริการแบบเบ็ดเสร็จ ณ จุดเดียว', 'การให้บริการประชาชนแบบเบ็ดเสร็จ ณ จุดเดียว'),
      replace(
        'c_st_op08',
        'accept that a trial may fail',
        'accept that a trial may fail, draw lessons from it',
      ),
    ),
    issue('chair', '2019-03-15 10:00', 'Consolidates all comments received by 8 March 2019'),
    clear('vnHead', '2019-03-22 14:10', 1, 'Cleared by the Ministry of Home Affairs'),

    write(
      'laDelegate',
      '2019-03-26 09:10',
      replace(
        'c_st_pp07',
        'the different levels of development,',
        'the different levels of development and of capacity, and the different',
      ),
      insertAfter(
        'c_st_li02',
        item('c_st_li02n', 'support to Member States that ask for it in building capacity;'),
      ),
    ),
    write(
      'khDelegate',
      '2019-03-28 15:45',
      replace('c_st_op03', 'report once a year', 'report at least once a year'),
      replace(
        'c_st_op13',
        'which provide most of the employment',
        'which provide most of the employment and much of the innovation',
      ),
    ),
    write(
      'mmDelegate',
      '2019-04-02 10:30',
      replace(
        'c_st_op02b',
        'conflicts of interest and on gifts',
        'conflicts of interest, on gifts and on outside work',
      ),
      replace('c_st_op14', 'at least one activity a year', 'one activity a year'),
    ),
    write(
      'bnDelegate',
      '2019-04-05 11:00',
      replace('c_st_op09', 'from basic literacy', 'from basic digital literacy'),
      moveAfter('c_st_op13', 'c_st_op11'),
    ),
    version(
      'bnDelegate',
      '2019-04-05 11:20',
      'Before the Preparatory Meeting',
      'Brunei Darussalam, Cambodia, Lao PDR and Myanmar',
    ),

    write(
      'chair',
      '2019-04-22 11:40',
      replace('c_st_op12', 'ADOPT emerging', 'EXPLORE, and where suitable adopt, emerging'),
      remove('c_st_op07c'),
      replace('c_st_op07a2', 'a career;', 'a career; and'),
      replace('c_st_op07b', 'provides for it; and', 'provides for it;'),
      format('c_st_transition', 'DO HEREBY AGREE TO:', 'bold'),
    ),
    write(
      'secretariat',
      '2019-04-22 16:30',
      replace('c_st_chapeau', 'in April 2019', 'on 24 April 2019'),
      replace('c_st_closing', 'in April in the Year', 'on the Twenty-Fourth of April in the Year'),
      replace('c_st_op05n', ' and ended without loss of face', ' and ended in good order'),
      replace('c_st_op04', 'on small islands;', 'on small islands, and to this end:'),
      setLevel('c_st_op04n', 2),
      replace('c_st_op04n', 'KEEP an office', 'keep an office'),
      insertAfter('c_st_op04n', sub('c_st_op04m', 'offer help in person to those who ask for it;')),
    ),
    issue(
      'secretariat',
      '2019-04-22 18:05',
      'As it stands after the first reading at the Preparatory Meeting',
    ),

    write(
      'vnHead',
      '2019-04-23 08:50',
      replace('c_st_op11', 'protect personal data', 'protect privacy, personal data'),
      insertAfter(
        'c_st_op15',
        op(
          'c_st_op15n',
          'ENCOURAGE civil servants to learn one another’s experience of the digital economy in times of emergency, when services have to go on;',
        ),
      ),
      moveAfter('c_st_op15n', 'c_st_op13'),
    ),
    write(
      'thHead',
      '2019-04-23 09:20',
      insertInline('c_st_op08', ' who encourage', ' (', inLanguage('th', 'ผู้นำการเปลี่ยนแปลง'), ')'),
    ),
    version(
      'thHead',
      '2019-04-23 09:30',
      'Morning of 23 April',
      'Thailand and Viet Nam, before the second reading',
    ),
  ],
};
