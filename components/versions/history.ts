import type { VersionFacts } from './version-line';

/** A line of the history as shown: a version, or a run of automatic checkpoints put away. */
export type HistoryLine =
  | { readonly kind: 'version'; readonly version: VersionFacts }
  | { readonly kind: 'checkpoints'; readonly versions: readonly VersionFacts[] };

/** Newest first, with runs of checkpoints folded; the newest version of all stays in sight, whatever it is. */
export function historyOf(versions: readonly VersionFacts[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  let run: VersionFacts[] = [];
  const close = () => {
    const [only] = run;
    if (run.length === 1 && only !== undefined) lines.push({ kind: 'version', version: only });
    else if (run.length > 1) lines.push({ kind: 'checkpoints', versions: run });
    run = [];
  };
  newestFirst(versions).forEach((version, index) => {
    if (version.kind === 'checkpoint' && index > 0) {
      run.push(version);
      return;
    }
    close();
    lines.push({ kind: 'version', version });
  });
  close();
  return lines;
}

export function newestFirst(versions: readonly VersionFacts[]): VersionFacts[] {
  return [...versions].sort((a, b) => b.number - a.number);
}

/** The version taken just before `version`, or null for the first. */
export function versionBefore(versions: readonly VersionFacts[], version: VersionFacts): VersionFacts | null {
  return newestFirst(versions).find((other) => other.number < version.number) ?? null;
}

/**
 * Which version is compared with the text as it stands when nobody chose: the last issued one, else the last named
 * one, else the last; of an adopted text, what stood before the adoption. Null where there is no version at all.
 */
export function defaultBase(versions: readonly VersionFacts[]): VersionFacts | null {
  const all = newestFirst(versions);
  const adopted = all.find((version) => version.kind === 'adopted');
  const before = adopted === undefined ? all : all.filter((version) => version.hash !== adopted.hash);
  const candidates = before.length === 0 ? all.filter((version) => version !== adopted) : before;
  return (
    candidates.find((version) => version.kind === 'revision') ??
    candidates.find((version) => version.kind === 'named') ??
    candidates[0] ??
    all[0] ??
    null
  );
}
