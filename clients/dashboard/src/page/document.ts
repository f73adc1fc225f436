import type { LoadedFiles } from './document-files';
import { titleOf } from './title';
import type { View } from './view';

/** A whole page: its head, the part that was rendered, and what that was made of, for the script to go on from. */
export function printDocument(view: View, body: string, { script, styles }: LoadedFiles): string {
  const robots = view.content.isSynthetic ? '<meta name="robots" content="noindex">' : '';
  return `<!doctype html>
<html lang="${view.address.language}">
<head>
<meta charset="utf-8">
<title>${escapeText(titleOf(view))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
${robots}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
<script type="module" src="${script}"></script>
</head>
<body>
<div id="page">${body}</div>
<script type="application/json" id="page-content">${escapeJson(view.content)}</script>
</body>
</html>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** JSON that ends no script element, whatever is in it. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
