import { find, issue, move, type SeedDocument, version, write } from '../history';
import { para, row } from '../texts/build';
import { CONCEPT_NOTE_FIRST_DRAFT, CONCEPT_NOTE_TITLE } from '../texts/concept-note';
import { insertAfter, moveAfter, remove, replace, setCell, split } from '../texts/edits';

/** The concept note of the Philippines: drafted, circulated, read, and adopted on 24 April 2019. */
export const CONCEPT_NOTE: SeedDocument = {
  key: 'conceptNote',
  body: 'ACCSM',
  symbol: 'ACCSM/20/SOM/CN.1',
  kind: 'conceptNote',
  title: CONCEPT_NOTE_TITLE,
  houseStyle: 'sections',
  leadCountry: 'PH',
  agenda: { meeting: 'som', item: '3.2' },
  created: { by: 'secretariat', at: '2019-02-25 09:00' },
  firstText: { by: 'phHead', at: '2019-02-25 13:30', text: CONCEPT_NOTE_FIRST_DRAFT },
  history: [
    version('phHead', '2019-02-25 13:45', 'First draft', 'Put forward by the Philippines as lead country'),

    write(
      'thDelegate',
      '2019-03-05 10:20',
      replace('c_cn_p06', 'in July 2019', 'in the second half of July 2019'),
      replace('c_cn_p06', 'within eight weeks', 'within ten weeks'),
      replace('c_cn_li12', 'July to September', 'July to October'),
    ),
    write(
      'sgDelegate',
      '2019-03-07 16:10',
      replace('c_cn_p05', 'two or three indicators', 'no more than three indicators'),
      insertAfter(
        'c_cn_r05',
        row('c_cn_r06', 'All areas', 'Activities with a written result', 'Reports of lead countries'),
      ),
      split('c_cn_p02', 'The next work plan should rest', 'c_cn_p02n'),
    ),
    version('phDelegate', '2019-03-08 09:00', 'Comments of Singapore and Thailand', 'All taken up'),
    issue('secretariat', '2019-03-15 11:00', 'For circulation to Member States'),
    move('secretariat', '2019-03-15 11:10', 'circulate', 'Comments are asked for by 5 April 2019'),
    move('chair', '2019-04-23 14:00', 'openNegotiation', 'Reading at the Senior Officials’ Meeting'),

    write(
      'secretariat',
      '2019-04-23 15:05',
      setCell('c_cn_r03', 1, 'Leaders trained under the plan, by sex and by age'),
      replace(
        'c_cn_p07',
        'It does not rank Member States',
        'It shows the region as a whole and does not rank Member States',
      ),
      moveAfter('c_cn_r04', 'c_cn_r01'),
      remove('c_cn_li14'),
      replace(
        'c_cn_li13',
        'synthesis and comments',
        'synthesis, comments, and report to the Heads of Civil Service',
      ),
    ),
    write(
      'chair',
      '2019-04-23 16:00',
      insertAfter(
        'c_cn_p08',
        para(
          'c_cn_p08n',
          'A Member State that needs help with its return may ask the Philippines or the ASEAN Secretariat.',
        ),
      ),
      replace('c_cn_p09', 'by the end of May 2019', 'by 31 May 2019'),
    ),
    issue('secretariat', '2019-04-23 17:45', 'For adoption'),
    find('chair', '2019-04-24 10:05', 'agreed', ''),
    {
      act: 'adopt',
      confirmedBy: 'secretariat',
      by: 'chair',
      at: '2019-04-24 10:15',
      verb: 'adopted',
      wording:
        'The Senior Officials adopted the Concept Note on Monitoring and Evaluation of the ACCSM Work Plan 2016–2020 and thanked the Philippines for preparing it.',
    },
  ],
};
