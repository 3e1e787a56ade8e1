/** Every address of a route that gives something away, with ids that the pages of this database name. */
export function routesOf(pages: readonly string[]): string[] {
  const idIn = (list: string) =>
    pages.map((page) => new RegExp(`^/${list}/(\\w+)`).exec(page)?.[1]).find((id) => id !== undefined);
  const documents = new Set(pages.flatMap((page) => /^\/documents\/(doc_\w+)/.exec(page)?.[1] ?? []));
  const [plan, round, meeting] = [idIn('plans'), idIn('rounds'), idIn('meetings')];
  return [
    ...[...documents].flatMap((id) => routesOfDocument(`/api/documents/${id}`)),
    ...['csv', 'docx'].map((format) => `/api/plans/${plan}/matrix?format=${format}`),
    `/api/plans/${plan}/changes?since=0`,
    `/api/plans/${plan}/kept/1`,
    ...['matrix', 'indicators', 'tool1', 'tool2'].map((what) => `/api/exports/${what}/${plan}`),
    `/api/exports/returns/${round}`,
    `/api/rounds/${round}/deadline.ics`,
    `/api/sheets/activities/${plan}`,
    `/api/brainstorm/${idIn('brainstorm')}/stamp`,
    ...['presence', 'bundle', 'bundle/file'].map((what) => `/api/meetings/${meeting}/${what}`),
    '/api/audit',
    '/api/search?q=civil',
    '/api/notices/unread',
  ];
}

function routesOfDocument(at: string): string[] {
  return [
    ...['json', 'txt', 'html', 'docx'].map((format) => `${at}/text?format=${format}`),
    `${at}/redline?from=1&to=now&format=docx`,
    `${at}/redline/rows?from=1&to=now`,
    `${at}/compilation`,
    `${at}/compilation/text`,
    `${at}/evidence`,
    `${at}/comments`,
    `${at}/sources`,
    `${at}/silence.ics`,
    `${at}/corrigenda/cor_1/deadline.ics`,
  ];
}
