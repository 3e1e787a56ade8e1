import { type SeedDocument, version } from '../history';
import { PLUS_THREE_PAPER, PLUS_THREE_TITLE } from '../texts/plus-three';

/** A paper of the other body: people of the ACCSM alone must not even learn that it exists. */
export const PLUS_THREE: SeedDocument = {
  key: 'plusThree',
  body: 'ACCSM+3',
  symbol: null,
  kind: 'paper',
  title: PLUS_THREE_TITLE,
  houseStyle: 'sections',
  leadCountry: null,
  agenda: null,
  created: { by: 'secretariat', at: '2019-04-10 09:00' },
  firstText: { by: 'secretariat', at: '2019-04-10 09:30', text: PLUS_THREE_PAPER },
  history: [version('secretariat', '2019-04-10 09:40', 'Elements', 'For the Plus Three track only')],
};
