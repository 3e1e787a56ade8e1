/** How far a file is on its way: sent in percent, then read. */
export type SheetStage =
  | { readonly name: 'sending'; readonly percent: number }
  | { readonly name: 'opening' }
  | { readonly name: 'sheets' | 'rows'; readonly done: number; readonly total: number };

/**
 * Sends a file and tells of it while it is checked; `fetch` would tell nothing of the sending. Null where it was read; else
 * what the server says, "" where it did not answer.
 */
export function sendSheet(
  address: string,
  file: File,
  tell: (stage: SheetStage) => void,
): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.upload.onprogress = ({ loaded, total }) =>
      tell({ name: 'sending', percent: total === 0 ? 0 : Math.floor((loaded / total) * 100) });
    request.upload.onload = () => tell({ name: 'opening' });
    request.onprogress = () => {
      const { stage, done, total } = lastLine(request.responseText, true);
      if ((stage === 'sheets' || stage === 'rows') && typeof done === 'number' && typeof total === 'number') {
        tell({ name: stage, done, total });
      }
    };
    request.onerror = () => resolve('');
    request.onabort = () => resolve('');
    request.onload = () => {
      const { id, message } = lastLine(request.responseText, false);
      if (request.status === 200 && typeof id === 'string') resolve(null);
      else resolve(typeof message === 'string' ? message : '');
    };
    request.send(file);
  });
}

/** The last line that has come as a whole. */
function lastLine(text: string, isComing: boolean): Readonly<Record<string, unknown>> {
  const lines = (isComing ? text.slice(0, text.lastIndexOf('\n') + 1) : text).trim().split('\n');
  try {
    return JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>;
  } catch {
    return {};
  }
}
