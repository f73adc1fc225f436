import { Languages } from '../page/languages';
import { Books } from './books/books';
import { CommuneDesk } from './desk/commune-desk';
import { ImportPanel } from './imports/import-panel';
import { Queue } from './queue/queue';
import { SessionContext, useSession } from './session/session';
import { SignIn } from './session/sign-in';
import { WORK_TABS, workHref } from './work-address';
import { ownMapOf, type SignedView, type WorkView } from './work-view';
import { YearLinks } from './year-links';

/** The page of those who enter, appraise, confirm and close: the same frame on the server and in the browser. */
export function WorkPage({ view }: { readonly view: WorkView }) {
  const session = useSession(view);
  const { work, words, content, question } = view;
  const { caller } = session;
  return (
    <div class={content.isSynthetic ? 'page is-synthetic' : 'page'}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <WorkMasthead view={view} />
      {content.isSynthetic && (
        <p class="banner" role="note">
          {words.syntheticBanner}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        <h1>{work.title}</h1>
        <SignIn view={view} session={session} />
        {caller && question && (
          <SessionContext.Provider value={session}>
            <Work view={{ ...view, caller, question, ownMap: ownMapOf(caller, question) }} />
          </SessionContext.Provider>
        )}
      </main>
      <footer class="sources">
        <a href={view.address.language === 'vi' ? '/' : '/?lang=en'}>{work.home}</a>
      </footer>
    </div>
  );
}

function Work({ view }: { readonly view: SignedView }) {
  const { address, work, question } = view;
  const title = address.language === 'en' ? question.indicator.titleEn : question.indicator.titleVi;
  return (
    <>
      <p class="work-question">{work.question(title, question.year.year)}</p>
      <nav class="tabs" aria-label={work.tabs}>
        {WORK_TABS.map((tab) => (
          <a
            key={tab}
            href={workHref(address, { tab, unit: null, reason: null, all: false })}
            aria-current={tab === address.tab ? 'page' : undefined}
          >
            {work.tab[tab]}
          </a>
        ))}
      </nav>
      <YearLinks view={view} />
      <Part view={view} />
    </>
  );
}

function Part({ view }: { readonly view: SignedView }) {
  const { tab, unit } = view.address;
  if (tab === 'import') return <ImportPanel view={view} />;
  if (tab === 'books') return <Books view={view} />;
  return unit === null ? <Queue view={view} /> : <CommuneDesk view={view} code={unit} />;
}

function WorkMasthead({ view: { address, words } }: { readonly view: WorkView }) {
  return (
    <header class="masthead">
      <p class="brand">
        <a href={address.language === 'vi' ? '/' : '/?lang=en'}>{words.product}</a> <span>{words.productLine}</span>
      </p>
      <Languages words={words} current={address.language} hrefOf={(language) => workHref(address, { language })} />
    </header>
  );
}
