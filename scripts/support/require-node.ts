import { nodeVersionFault } from './node-version';

/** Import this first: an old Node.js is named before anything else fails in words nobody understands. */
const fault = nodeVersionFault(process.version);
if (fault !== null) {
  console.error(fault);
  process.exit(1);
}
