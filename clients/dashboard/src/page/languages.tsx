import { type Address, LANGUAGES } from '../address/address';
import type { Words } from '../words/vi';

/** Each in its own language. */
export const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

type Language = Address['language'];

interface LanguagesProps {
  readonly words: Words;
  readonly current: Language;
  /** The same page in that language. */
  hrefOf(language: Language): string;
}

export function Languages({ words, current, hrefOf }: LanguagesProps) {
  return (
    <nav aria-label={words.filters.language} class="languages">
      {LANGUAGES.map((language) => (
        <a
          key={language}
          href={hrefOf(language)}
          lang={language}
          hreflang={language}
          aria-current={language === current ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[language]}
        </a>
      ))}
    </nav>
  );
}
