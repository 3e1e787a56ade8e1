import { inspect } from 'node:util';
import { browse } from './browse';
import { fill, open, read } from './documents';
import { files } from './files';
import { ingest } from './ingest';
import type { AnyJob, Results } from './jobs';
import { kill } from './kill';
import { typing } from './typing';

/** The driver's process: takes one job over the channel to its parent, does it, answers, and ends. */
process.once('message', (job: AnyJob) => {
  perform(job).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ error: inspect(error) }),
  );
});

function perform(job: AnyJob): Promise<Results[keyof Results]> {
  switch (job.kind) {
    case 'typing':
      return typing(job);
    case 'ingest':
      return ingest(job);
    case 'open':
      return open(job);
    case 'fill':
      return fill(job);
    case 'kill':
      return kill(job);
    case 'read':
      return read(job);
    case 'browse':
      return browse(job);
    case 'files':
      return files(job);
    default:
      return job satisfies never;
  }
}

function answer(message: { result: unknown } | { error: string }): void {
  process.send?.(message, () => process.exit(0));
}
