/** The oldest Node.js that Mufakat runs on; package.json's `engines` says the same. */
const OLDEST = [20, 20] as const;

/** What is wrong with this Node.js and what to do, or null. */
export function nodeVersionFault(version: string): string | null {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return null;
  return `Mufakat needs Node.js ${OLDEST.join('.')} or newer (24 is recommended); this is ${version}. Install a newer one from https://nodejs.org and run the command again.`;
}
