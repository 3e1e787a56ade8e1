import { listDocuments } from '../queries/documents';
import type { Command } from './command';
import { bodyIdOf } from './find-body';
import { accepted, inWorkspace } from './workspace';

export const DOC_LIST: Command = {
  name: 'doc list',
  takes: [],
  options: { body: 'ACRONYM' },
  summary: 'prints every document: id, symbol, state, version, title',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const { body } = call.options;
      const filter = body === undefined ? {} : { bodyId: bodyIdOf(workspace, body) };
      const documents = accepted(await listDocuments(workspace.runtime, workspace.hand, filter));
      for (const { id, symbol, state, currentVersion, title } of documents) {
        const version = currentVersion?.revision == null ? '-' : `Rev.${currentVersion.revision}`;
        call.terminal.out([id, symbol, state, version, title].join('\t'));
      }
      if (documents.length === 0) call.terminal.out('There is no document yet.');
      return 0;
    }),
};
