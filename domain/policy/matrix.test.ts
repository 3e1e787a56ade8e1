import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../body/grants';
import { DOCUMENT_STATES, type DocumentState, FINAL_STATES } from '../procedure/states';
import type { Outcome } from '../refusal';
import { type Actor, can, canInBody, canInSystem } from './can';
import {
  BODY_OPERATIONS,
  type BodyOperation,
  CHANNELS,
  type Channel,
  DOCUMENT_OPERATIONS,
  type DocumentOperation,
  SYSTEM_OPERATIONS,
  type SystemOperation,
} from './operations';

/** Roles of one body, and the two kinds of people who hold none there. */
const WHO = [...ROLES, 'someone of another body', 'nobody signed in'] as const;
type Who = (typeof WHO)[number];

const SYMBOLS: Readonly<Record<string, string>> = {
  PO1: '1',
  PO2: '2',
  PO3: '3',
  PO4: '4',
  PO5: '5',
  PR5: 'p',
};

const LEGEND = `# Who may do what

The policy as a table. \`domain/policy/matrix.test.ts\` asks the policy for every cell and compares; a change of the policy
is a change of this file (\`npx vitest run domain/policy -u\` writes it anew, and the review reads the difference).

A cell has one sign for each channel, in the order page, action, route, socket:
\`Y\` may; \`1\` PO1 as if it did not exist; \`2\` PO2 not in this role; \`3\` PO3 nobody in this state; \`4\` PO4 not in this
body; \`5\` PO5 not on this installation; \`p\` PR5 pens are down; \`·\` the operation is not offered on this channel.
`;

function actorOf(who: Who): Actor | null {
  if (who === 'nobody signed in') return null;
  const grant =
    who === 'someone of another body'
      ? { role: 'delegate' as const, bodyId: 'other', country: 'ID' }
      : {
          role: who,
          bodyId: who === 'administrator' || who === 'auditor' ? null : 'accsm',
          country: 'TH',
        };
  return { userId: 'u', name: 'U', sessionId: null, grants: [grant] };
}

function cell(channels: readonly Channel[], outcome: Outcome<true>): string {
  const sign = outcome.ok ? 'Y' : SYMBOLS[outcome.rule];
  if (sign === undefined) throw new Error(`a refusal without a sign: ${outcome.ok ? '' : outcome.rule}`);
  return CHANNELS.map((channel) => (channels.includes(channel) ? sign : '·')).join('');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

function documentTable(operation: DocumentOperation, pensDown: boolean): string {
  const channels: readonly Channel[] = DOCUMENT_OPERATIONS[operation];
  return table(
    ['role', ...DOCUMENT_STATES],
    WHO.map((who) => [
      who,
      ...DOCUMENT_STATES.map((state) =>
        cell(channels, can(actorOf(who), operation, { bodyId: 'accsm', state, pensDown })),
      ),
    ]),
  );
}

const DOCUMENT_OPS = Object.keys(DOCUMENT_OPERATIONS) as DocumentOperation[];
const BODY_OPS = Object.keys(BODY_OPERATIONS) as BodyOperation[];
const SYSTEM_OPS = Object.keys(SYSTEM_OPERATIONS) as SystemOperation[];
const UNDER_PENS: readonly DocumentOperation[] = ['edit', 'restore', 'importText'];

function wholeMatrix(): string {
  return [
    LEGEND,
    '## Documents',
    ...DOCUMENT_OPS.map((operation) => `### ${operation}\n\n${documentTable(operation, false)}`),
    '## Documents while pens are down\n\nOnly these two differ.',
    ...UNDER_PENS.map((operation) => `### ${operation}, pens down\n\n${documentTable(operation, true)}`),
    '## Bodies',
    table(
      ['role', ...BODY_OPS],
      WHO.map((who) => [
        who,
        ...BODY_OPS.map((operation) =>
          cell(BODY_OPERATIONS[operation], canInBody(actorOf(who), operation, 'accsm')),
        ),
      ]),
    ),
    '## The installation',
    table(
      ['role', ...SYSTEM_OPS],
      WHO.map((who) => [
        who,
        ...SYSTEM_OPS.map((operation) =>
          cell(SYSTEM_OPERATIONS[operation], canInSystem(actorOf(who), operation)),
        ),
      ]),
    ),
    '',
  ].join('\n\n');
}

describe('the policy as a table', () => {
  test('PO2 every cell of role × operation × state × channel is as committed in matrix.md', async () => {
    await expect(wholeMatrix()).toMatchFileSnapshot('./matrix.md');
  });

  test('PO2 no cell is unset: every role, state and operation is answered, on at least one channel', () => {
    for (const operation of DOCUMENT_OPS) {
      expect(DOCUMENT_OPERATIONS[operation].length).toBeGreaterThan(0);
      for (const state of DOCUMENT_STATES) {
        for (const who of WHO) {
          const outcome = can(actorOf(who), operation, { bodyId: 'accsm', state, pensDown: false });
          expect([operation, state, who, outcome.ok || outcome.rule in SYMBOLS]).toEqual([
            operation,
            state,
            who,
            true,
          ]);
        }
      }
    }
  });

  test('PR5 with pens down nothing differs but edit, restore and import', () => {
    for (const operation of DOCUMENT_OPS) {
      const same = documentTable(operation, true) === documentTable(operation, false);
      expect([operation, same]).toEqual([operation, !UNDER_PENS.includes(operation)]);
    }
  });

  test('PR6 in a final state nobody changes anything, alone or with every role at once', () => {
    const everything: Actor = {
      userId: 'u',
      name: 'U',
      sessionId: null,
      grants: ROLES.map((role: Role) => ({ role, bodyId: 'accsm', country: 'TH' })),
    };
    const changing: readonly DocumentOperation[] = [
      'edit',
      'nameVersion',
      'restore',
      'issueRevision',
      'moveState',
      'pensDown',
      'adopt',
      'describe',
    ];
    for (const state of FINAL_STATES) {
      for (const operation of changing) {
        const subject = { bodyId: 'accsm', state: state as DocumentState, pensDown: false };
        expect(can(everything, operation, subject)).toEqual({ ok: false, rule: 'PO3', detail: { state } });
      }
    }
  });
});
