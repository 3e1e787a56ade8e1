import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';
import { en, type Namespace } from './en';
import type { Locale } from './locale';
import { th } from './th';

/** Compiled messages by "namespace.key.key". */
export type PickedMessages = Readonly<Record<string, CompiledMessage>>;

const CATALOGUES = { en, th } as const;
const compiled = new Map<string, PickedMessages>();

/**
 * The part of the catalogue that client components of a page need, compiled on the server: the browser formats
 * them with a kilobyte of code and never carries the parser of the message language.
 */
export function pickMessages(locale: Locale, namespaces: readonly Namespace[]): PickedMessages {
  return Object.assign({}, ...namespaces.map((namespace) => compiledNamespace(locale, namespace)));
}

function compiledNamespace(locale: Locale, namespace: Namespace): PickedMessages {
  const key = `${locale} ${namespace}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const messages: Record<string, CompiledMessage> = {};
  flatten(CATALOGUES[locale][namespace], namespace, messages);
  compiled.set(key, messages);
  return messages;
}

function flatten(value: unknown, path: string, into: Record<string, CompiledMessage>): void {
  if (typeof value === 'string') into[path] = plain(compile(value));
  else for (const [key, inner] of Object.entries(value as object)) flatten(inner, `${path}.${key}`, into);
}

/** React hands only ordinary objects to the browser; the compiler's have no prototype. */
function plain(message: CompiledMessage): CompiledMessage {
  return JSON.parse(JSON.stringify(message)) as CompiledMessage;
}
