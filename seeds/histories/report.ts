import { move, type SeedDocument, version, write } from '../history';
import { replace } from '../texts/edits';
import { REPORT_FIRST_DRAFT, REPORT_TITLE } from '../texts/report';

/** The draft report of the meeting, circulated on its last day. */
export const REPORT: SeedDocument = {
  key: 'report',
  body: 'ACCSM',
  symbol: 'ACCSM/20/SOM/REP.1',
  kind: 'report',
  title: REPORT_TITLE,
  houseStyle: 'sections',
  leadCountry: null,
  agenda: { meeting: 'som', item: '8' },
  created: { by: 'secretariat', at: '2019-04-23 18:00' },
  firstText: { by: 'secretariat', at: '2019-04-23 21:40', text: REPORT_FIRST_DRAFT },
  history: [
    version('secretariat', '2019-04-23 21:50', 'Evening draft', 'Days one and two'),
    write(
      'secretariat2',
      '2019-04-24 11:30',
      replace(
        'c_rp_p04',
        'discussed the concept note on monitoring and evaluation that the Philippines had prepared',
        'adopted the concept note on monitoring and evaluation that the Philippines had prepared',
      ),
    ),
    version('secretariat2', '2019-04-24 11:40', 'For circulation', 'With the adoption of the concept note'),
    move('secretariat', '2019-04-24 11:45', 'circulate', 'Delegations may correct it until the closing'),
  ],
};
