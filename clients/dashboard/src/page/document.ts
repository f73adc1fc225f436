import type { LanguageCode } from '../address/address';
import type { LoadedFiles } from './document-files';

/** What the head of a page says of it. */
export interface DocumentHead {
  readonly language: LanguageCode;
  readonly title: string;
  /** Whether the software made any of its figures: then search engines are to leave it out. */
  readonly isSynthetic: boolean;
}

/**
 * A whole page: its head, the part that was rendered, and what that was made of, for the script to go on from.
 * @param content plain JSON; left out where the script needs none
 */
export function printDocument(
  { language, title, isSynthetic }: DocumentHead,
  body: string,
  { script, styles }: LoadedFiles,
  content?: unknown,
): string {
  const robots = isSynthetic ? '<meta name="robots" content="noindex">' : '';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeText(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
${robots}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
<script type="module" src="${script}"></script>
</head>
<body>
<div id="page">${body}</div>
${content === undefined ? '' : `<script type="application/json" id="page-content">${escapeJson(content)}</script>\n`}</body>
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
