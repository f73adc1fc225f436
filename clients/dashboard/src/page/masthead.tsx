import { Languages } from './languages';
import { hrefTo, type View } from './view';

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
      <Languages words={words} current={address.language} hrefOf={(language) => hrefTo(view, { language })} />
    </header>
  );
}
