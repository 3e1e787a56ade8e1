import { counter, type Family, gauge } from './exposition';
import type { HistogramReading } from './histogram';
import type { LoopDelayReading } from './loop-delay';

/** What every process of the server can say of itself. */
export interface ProcessReading {
  readonly loopDelay: LoopDelayReading;
  /** Bytes. */
  readonly memory: { readonly rss: number; readonly heapUsed: number; readonly external: number };
}

type Load = { readonly running: number; readonly waiting: number };

/** How the process of the rooms does. */
export interface RoomsReading extends ProcessReading {
  readonly compaction: Load;
  readonly sync: {
    readonly sockets: number;
    readonly rooms: number;
    readonly editedRooms: number;
    readonly commits: number;
    readonly rows: number;
    readonly storageFailures: number;
    readonly slowReaders: number;
    readonly refusals: Readonly<Record<string, number>>;
    readonly commitSeconds: HistogramReading;
    readonly fanOutSeconds: HistogramReading;
  };
}

/** All that is told of a running server. Numbers, rules and versions only: no ids of documents or people. */
export interface ServerReading {
  readonly rooms: RoomsReading;
  readonly pages: ProcessReading;
  /** Jobs of the worker threads of the pages, by pool: in hand, and waiting for a worker. */
  readonly workers: Readonly<Record<string, Load>>;
  readonly walBytes: number;
  readonly startedAtSeconds: number;
  readonly build: { readonly version: string; readonly node: string };
}

export function familiesOf(reading: ServerReading): Family[] {
  const { rooms, pages } = reading;
  const { sync } = rooms;
  const workers = Object.entries({ ...reading.workers, compaction: rooms.compaction });
  const processes = Object.entries({ pages, rooms });
  /** One figure of each process. */
  const ofEach = (name: string, help: string, value: (of: ProcessReading) => number): Family => ({
    name,
    help,
    type: 'gauge',
    samples: processes.map(([process, of]) => ({ labels: { process }, value: value(of) })),
  });
  return [
    gauge('mufakat_sync_sockets', 'Open sockets.', sync.sockets),
    gauge('mufakat_sync_rooms', 'Open rooms.', sync.rooms),
    gauge(
      'mufakat_sync_edited_rooms',
      'Rooms being edited, each with a document in memory.',
      sync.editedRooms,
    ),
    counter('mufakat_sync_commits_total', 'Commits, counted once for each room they touched.', sync.commits),
    counter('mufakat_sync_rows_total', 'Rows added to the logs of documents.', sync.rows),
    counter(
      'mufakat_sync_storage_failures_total',
      'Turns of a room that could not be stored.',
      sync.storageFailures,
    ),
    counter(
      'mufakat_sync_slow_readers_dropped_total',
      'Sockets closed because their reader did not keep up.',
      sync.slowReaders,
    ),
    {
      name: 'mufakat_sync_refused_total',
      help: 'Edits refused, by the rule that refused them.',
      type: 'counter',
      samples: Object.entries(sync.refusals).map(([rule, value]) => ({ labels: { rule }, value })),
    },
    histogram('mufakat_sync_commit_seconds', 'Time of the transaction of a turn.', sync.commitSeconds),
    histogram('mufakat_sync_fan_out_seconds', 'Time to tell the rooms of a turn.', sync.fanOutSeconds),
    {
      name: 'mufakat_worker_jobs_running',
      help: 'Comparisons and other jobs in a worker thread, by pool.',
      type: 'gauge',
      samples: workers.map(([pool, { running }]) => ({ labels: { pool }, value: running })),
    },
    {
      name: 'mufakat_worker_jobs_waiting',
      help: 'Jobs waiting for a worker thread, by pool.',
      type: 'gauge',
      samples: workers.map(([pool, { waiting }]) => ({ labels: { pool }, value: waiting })),
    },
    {
      name: 'mufakat_event_loop_delay_seconds',
      help: 'How late the event loop of each process was since the last reading.',
      type: 'gauge',
      samples: processes.flatMap(([process, { loopDelay }]) =>
        Object.entries(loopDelay).map(([statistic, value]) => ({ labels: { process, statistic }, value })),
      ),
    },
    gauge('mufakat_database_wal_bytes', 'Size of the write-ahead log.', reading.walBytes),
    ofEach('process_resident_memory_bytes', 'Resident memory.', ({ memory }) => memory.rss),
    ofEach('nodejs_heap_size_used_bytes', 'Heap in use.', ({ memory }) => memory.heapUsed),
    ofEach(
      'nodejs_external_memory_bytes',
      'Memory outside the heap: updates and buffers.',
      ({ memory }) => memory.external,
    ),
    gauge('process_start_time_seconds', 'Start, in seconds since 1970.', reading.startedAtSeconds),
    {
      name: 'mufakat_build_info',
      help: 'What is running.',
      type: 'gauge',
      samples: [{ labels: reading.build, value: 1 }],
    },
  ];
}

function histogram(name: string, help: string, reading: HistogramReading): Family {
  return { name, help, type: 'histogram', reading };
}
