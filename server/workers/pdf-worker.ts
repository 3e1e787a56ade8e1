import './stand-back';
import { whereThrown } from '../logged-error';
import type { PaperJob } from '../paper-service';
import { createTypesetter, redlinePdf, textPdf } from '../pdf';
import type { WorkerAnswer } from '../worker-pool';

const typesetter = createTypesetter();

/** Typesets papers in a process of its own (child-pool.ts). One job at a time; ends with the server. */
process.on('message', (job: PaperJob) => {
  let answer: WorkerAnswer<Uint8Array>;
  try {
    answer = {
      result: job.do === 'text' ? textPdf(typesetter, job.paper) : redlinePdf(typesetter, job.paper),
    };
  } catch (error) {
    answer = { error: whereThrown(error) };
  }
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
