import { loadActor } from '../../db/actors';
import { DOCUMENT_KINDS } from '../../domain/procedure/states';
import { createDocument } from '../use-cases/create-document';
import { type Command, CommandError, choice, needed, word } from './command';
import { accountOf } from './find-account';
import { bodyIdOf } from './find-body';
import { accepted, inWorkspace } from './workspace';

export const DOC_CREATE: Command = {
  name: 'doc create',
  takes: ['TITLE'],
  options: {
    body: 'ACRONYM',
    as: 'EMAIL',
    kind: DOCUMENT_KINDS.join('|'),
    symbol: 'SYMBOL',
    lead: 'CODE',
  },
  summary:
    'makes a document in draft, on behalf of somebody of the secretariat or the chair, and prints its id',
  run: (call) =>
    inWorkspace(call.terminal, async (workspace) => {
      const { runtime } = workspace;
      const bodyId = bodyIdOf(workspace, needed(call, 'body', 'ACCSM'));
      const { id, email } = await accountOf(workspace, needed(call, 'as', 'secretary@example.org'));
      const actor = loadActor(runtime.db, id, null, runtime.clock.now());
      if (actor === null) throw new CommandError(`${email} is suspended and cannot make documents.`);
      const { symbol, lead } = call.options;
      const created = await createDocument(runtime, actor, {
        bodyId,
        title: word(call, 0),
        kind: choice(call, 'kind', DOCUMENT_KINDS) ?? 'paper',
        ...(symbol === undefined ? {} : { symbol }),
        ...(lead === undefined ? {} : { leadCountry: lead.toUpperCase() }),
      });
      const document = accepted(created);
      call.terminal.out(`${document.documentId}\t${document.symbol}`);
      return 0;
    }),
};
