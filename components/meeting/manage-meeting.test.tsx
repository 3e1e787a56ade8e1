import { renderToReadableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ManageMeeting } from './manage-meeting';

const action = async () => ({ status: 'idle', message: '', field: null }) as const;

async function page(waiting: readonly { documentId: string; symbol: string }[]): Promise<string> {
  const stream = await renderToReadableStream(
    <ManageMeeting
      meeting={{
        id: 'meeting_1',
        series: '20th ACCSM',
        tier: 'som',
        title: '20th ACCSM',
        titleThai: '',
        place: 'Chiang Rai',
        hostCountry: 'TH',
        startsOn: '2019-04-24',
        endsOn: '2019-04-25',
        status: 'open',
        deviceCopies: { allowed: true },
        waiting,
      }}
      countries={[]}
      locale="en"
      actions={{ editMeetingAction: action, moveMeetingAction: action, setDeviceCopiesAction: action }}
    />,
  );
  await stream.allReady;
  return await new Response(stream).text();
}

test('BO18 what keeps a meeting from closing is said with the way to it, before anybody tries', async () => {
  expect(await page([{ documentId: 'doc_1', symbol: 'ACCSM/20/ST.1' }])).toMatch(
    /are confirmed by a second person.*<a href="\/documents\/doc_1\/decisions">ACCSM\/20\/ST\.1<\/a>/s,
  );
  expect(await page([])).not.toContain('are confirmed by a second person');
});
