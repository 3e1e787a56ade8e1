import { readFileSync } from 'node:fs';
import { importSpecifiers } from './support/import-specifiers';
import { importFault } from './support/import-table';
import { sourceFiles } from './support/source-files';

/** Part of `npm run lint`: every import of every source against the table in support/import-table.ts. */
const files = sourceFiles(process.cwd()).filter((file) => /\.tsx?$/.test(file));
const faults = files.flatMap((file) =>
  importSpecifiers(readFileSync(file, 'utf8')).flatMap(({ specifier, line }) => {
    const fault = importFault(file, specifier);
    return fault === null ? [] : [`${file}:${line} imports ${specifier}: ${fault}`];
  }),
);
for (const fault of faults) console.error(fault);
console.log(`${files.length} files read, ${faults.length} imports against the house plan`);
process.exit(faults.length === 0 ? 0 : 1);
