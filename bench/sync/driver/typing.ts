import { randomInt } from 'node:crypto';
import { Client, inParallel, sleep, within } from './client';
import { Histogram } from './histogram';
import type { TypingJob, TypingResult } from './jobs';
import { cpuSeconds, memoryKb } from './process-facts';
import { Room } from './room';

/** How many connections are opened side by side before the measurement. */
const OPENINGS = 50;
const DRAIN_MS = 10_000;
const PREPARE_MS = 60_000;
/** Time for the server to come to rest before its memory is read. */
const REST_MS = 500;
/** The golden section scatters beginnings evenly and the same in each run, whatever their number. */
const SPREAD = 0.618033988749895;

/** Opens the documents, lets people type, and times each keystroke at each other client. */
export async function typing(job: TypingJob): Promise<TypingResult> {
  const { target } = job;
  const before = memoryKb(target.pid);
  const seen = new Histogram();
  const rooms = await furnish(job, seen);
  await sleep(REST_MS);

  const rhythm = new Rhythm(rooms, job);
  await rhythm.play(job.warmUpSeconds);
  rhythm.lateness = new Histogram();
  for (const room of rooms) room.startMeasuring();
  const deliveredBefore = delivered(rooms);
  const cpuBefore = cpuSeconds(target.pid);
  const ownBefore = process.cpuUsage();
  const keystrokes = await rhythm.play(job.seconds);
  const own = process.cpuUsage(ownBefore);
  const cpuAfter = cpuSeconds(target.pid);
  const deliveries = delivered(rooms) - deliveredBefore;
  const memory = memoryKb(target.pid);
  for (const room of rooms) room.stopMeasuring();

  const hasAll = await within(DRAIN_MS, () => rooms.every((room) => room.missing === 0));
  const cpu = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
  const result: TypingResult = {
    seen: seen.summary(),
    lateness: rhythm.lateness.summary(),
    keystrokes,
    expected: keystrokes * (job.clientsPerDocument - 1),
    lost: rooms.reduce((sum, room) => sum + room.missing, 0),
    closed: rooms.reduce((sum, room) => sum + room.closed, 0),
    isCollapsed: !hasAll,
    cpuShare: cpu === null ? null : cpu / job.seconds,
    cpuPerDelivery: cpu === null ? null : (cpu / deliveries) * 1e6,
    cpuPerThousandKeys: cpu === null ? null : (cpu / keystrokes) * 1000,
    driverCpuShare: (own.user + own.system) / 1e6 / job.seconds,
    rssMb: memory === null ? null : memory.now / 1024,
    rssPerDocumentKb: memory === null || before === null ? null : (memory.now - before.now) / job.documents,
  };
  for (const room of rooms) room.close();
  return result;
}

/** Everybody is in, every writer has a paragraph, and everybody has seen all of them. */
async function furnish(job: TypingJob, seen: Histogram): Promise<Room[]> {
  // Yjs draws client ids at random: five bytes on the wire, as a rule.
  const firstId = randomInt(2 ** 28, 2 ** 31);
  const rooms = Array.from({ length: job.documents }, (_, index) => {
    return new Room(firstId + index * job.clientsPerDocument, job.writersPerDocument, seen);
  });
  const places = rooms.flatMap((room, document) =>
    Array.from({ length: job.clientsPerDocument }, () => ({ room, document })),
  );
  await inParallel(places.length, OPENINGS, async (index) => {
    const place = places[index];
    if (place === undefined) return;
    await place.room.join((onUpdate) => Client.connect(job.target, place.document, index, onUpdate));
  });
  await inParallel(rooms.length, OPENINGS, async (index) => {
    const room = rooms[index];
    if (room === undefined) return;
    room.begin(job.bodySize);
    if (!(await within(PREPARE_MS, () => room.missing === 0))) {
      throw new Error(`document ${index}: ${room.missing} first edits were not seen, ${room.closed} hung up`);
    }
  });
  return rooms;
}

function delivered(rooms: readonly Room[]): number {
  return rooms.reduce((sum, room) => sum + room.delivered, 0);
}

/** Who types when: everybody at the same pace, each with a beginning of their own. */
class Rhythm {
  lateness = new Histogram();
  private readonly turns: readonly { readonly room: Room; readonly writer: number; readonly phase: number }[];
  private readonly period: number;
  private readonly start = performance.now();
  private played = 0;

  constructor(rooms: readonly Room[], job: TypingJob) {
    this.period = 1000 / job.keysPerSecond;
    this.turns = rooms
      .flatMap((room) =>
        Array.from({ length: job.writersPerDocument }, (_, writer) => ({
          room,
          writer,
        })),
      )
      .map((turn, index) => ({ ...turn, phase: ((index * SPREAD) % 1) * this.period }))
      .sort((a, b) => a.phase - b.phase);
  }

  /** Types for this long; how many keystrokes that were. */
  async play(seconds: number): Promise<number> {
    const end = performance.now() + seconds * 1000;
    const playedBefore = this.played;
    for (;;) {
      const now = performance.now();
      if (now >= end) return this.played - playedBefore;
      const due = this.typeDue(Math.min(now, end));
      await sleep(Math.max(0, Math.min(due, end) - performance.now()));
    }
  }

  /** Types what is due by now; when the next is. */
  private typeDue(now: number): number {
    for (;;) {
      const turn = this.turns[this.played % this.turns.length];
      if (turn === undefined) return Number.POSITIVE_INFINITY;
      const round = Math.floor(this.played / this.turns.length);
      const due = this.start + round * this.period + turn.phase;
      if (due > now) return due;
      this.lateness.add(performance.now() - due);
      turn.room.type(turn.writer);
      this.played += 1;
    }
  }
}
