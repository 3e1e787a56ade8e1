import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import type { BundledDocument } from '@/server/ports';

/** The index of a bundle, as a page and as plain text: what is in it, in which state, and how to prove it. */
export function bundleIndex(
  meeting: string,
  at: string,
  locale: Locale,
  documents: readonly BundledDocument[],
): { readonly name: string; readonly content: string }[] {
  const t = translator(locale, 'bundle');
  const common = translator(locale, 'common');
  const title = t('index.title', { meeting });
  const made = t('index.made', { at: sayInstant(locale, at) });
  const entries = documents.map((document) => ({
    ...document,
    facts: [
      [t('index.symbol'), document.symbol],
      [t('index.name'), document.title],
      [
        t('index.state'),
        document.isAnnulled ? translator(locale, 'tiers')('annulled') : common(`state.${document.state}`),
      ],
      [t('index.version'), document.version],
      [t('index.hash'), document.hash],
    ] as const,
    lost: document.failed.map(({ file }) => t('index.missing', { file })),
  }));
  const plain = entries.map(({ facts, files, lost }) =>
    [
      ...facts.map(([term, value]) => `${term}: ${value}`),
      ...files.map(({ name, sha256 }) => `${sha256}  ${name}`),
      ...lost,
    ].join('\n'),
  );
  const sections = entries.map(
    ({ symbol, title: name, language, facts, files, lost }) => `<section>
<h2>${escaped(symbol)}: <span lang="${escaped(language)}">${escaped(name)}</span></h2>
<dl>${facts.map(([term, value]) => `<dt>${escaped(term)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<table>
<thead><tr><th>${escaped(t('index.file'))}</th><th>${escaped(t('index.sha'))}</th></tr></thead>
<tbody>${files.map((file) => `<tr><td><a href="${escaped(file.name)}">${escaped(file.name)}</a></td><td><code>${file.sha256}</code></td></tr>`).join('')}</tbody>
</table>
${lost.map((words) => `<p><strong>${escaped(words)}</strong></p>`).join('')}
</section>`,
  );
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(made)}</p>
${sections.join('\n')}
</body>
</html>
`;
  return [
    { name: 'index.html', content: html },
    { name: 'index.txt', content: `${[title, made, ...plain].join('\n\n')}\n` },
  ];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
