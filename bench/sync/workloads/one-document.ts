import { TYPING_COLUMNS, typingFigures } from './typing-figures';
import type { Bar, Workload } from './workload';

const KEYS_PER_SECOND = 5;
/** Above what the fastest server needs, nobody feels it. */
const ALLOWANCE_MS = 0.4;

function small(name: string): Bar[] {
  return [
    {
      text: `${name}: p50 within ${ALLOWANCE_MS} ms of y-websocket`,
      case: name,
      key: 'p50',
      limit: (of) => plus(of('yws', 'p50'), ALLOWANCE_MS),
      is: 'atMost',
    },
    { text: `${name}: p99 at most 5 ms`, case: name, key: 'p99', limit: () => 5, is: 'atMost' },
  ];
}

/** W1: one document, n clients, k of them typing 5 characters a second, each with its caret. */
export const oneDocument: Workload = {
  id: 'W1',
  title: 'one document, clients x writers, 5 characters a second each, caret with each keystroke',
  needs: { people: 200, documents: 1 },
  columns: TYPING_COLUMNS,
  bars: [
    ...small('10x10'),
    ...small('50x50'),
    {
      text: '200x10: p99 not above y-websocket',
      case: '200x10',
      key: 'p99',
      limit: (of) => of('yws', 'p99'),
      is: 'atMost',
    },
    {
      text: '200x10: at most 16 µs per delivery',
      case: '200x10',
      key: 'perDelivery',
      limit: () => 16,
      is: 'atMost',
    },
    {
      text: '200x200: p99 at most half of Hocuspocus 4',
      case: '200x200',
      key: 'p99',
      limit: (of) => times(of('hocuspocus4', 'p99'), 0.5),
      is: 'atMost',
    },
    {
      text: '200x200: at most 75 % of the CPU of Hocuspocus 4',
      case: '200x200',
      key: 'cpu',
      limit: (of) => times(of('hocuspocus4', 'cpu'), 0.75),
      is: 'atMost',
    },
    { text: '200x200: nothing lost', case: '200x200', key: 'lost', limit: () => 0, is: 'atMost' },
  ],
  cases: () => ['10x10', '50x50', '200x10', '200x200'],
  unfit: () => null,

  async measure({ start, drive, settings }, name) {
    const [clients = 0, writers = 0] = name.split('x').map(Number);
    const { target } = await start();
    const result = await drive<'typing'>({
      kind: 'typing',
      target,
      documents: 1,
      clientsPerDocument: clients,
      writersPerDocument: writers,
      keysPerSecond: KEYS_PER_SECOND,
      bodySize: 4000,
      warmUpSeconds: settings.warmUpSeconds,
      seconds: settings.seconds,
    });
    return typingFigures(result);
  },
};

function plus(value: number | null, more: number): number | null {
  return value === null ? null : value + more;
}

function times(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}
