import { LANGUAGES } from '../address/address';
import { hrefTo, type View } from './view';

/** Each in its own language. */
export const LANGUAGE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

export function Masthead({ view }: { readonly view: View }) {
  const { words, address } = view;
  return (
    <header class="masthead">
      <p class="brand">
        <a href={`/${address.language === 'vi' ? '' : '?lang=en'}`}>{words.product}</a> <span>{words.productLine}</span>
      </p>
      <a class="to-work" href={address.language === 'vi' ? '/work' : '/work?lang=en'}>
        {words.workLink}
      </a>
      <nav aria-label={words.filters.language} class="languages">
        {LANGUAGES.map((language) => (
          <a
            key={language}
            href={hrefTo(view, { language })}
            lang={language}
            hreflang={language}
            aria-current={language === address.language ? 'true' : undefined}
          >
            {LANGUAGE_NAMES[language]}
          </a>
        ))}
      </nav>
    </header>
  );
}
