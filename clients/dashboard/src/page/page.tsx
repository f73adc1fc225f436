import { ReportLink } from '../report/report-link';
import { CommunePage } from '../unit/commune-page';
import { Answer } from './answer';
import { Breadcrumbs } from './breadcrumbs';
import { BulletChart } from './bullet-chart';
import { Filters } from './filters';
import { Footer, PrintLine } from './footer';
import { Masthead } from './masthead';
import { Notices } from './notices';
import { Tabs } from './tabs';
import { Tiles } from './tiles';
import type { View } from './view';

/** The whole page but its head: the same on the server and in the browser. */
export function Page({ view }: { readonly view: View }) {
  const { words, content } = view;
  const synthetic = content.isSynthetic;
  return (
    <div class={synthetic ? 'page is-synthetic' : 'page'} aria-busy={view.status === 'loading'}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Masthead view={view} />
      {synthetic && (
        <p class="banner" role="note">
          {words.syntheticBanner}
        </p>
      )}
      <Filters view={view} />
      <main id="main" tabIndex={-1}>
        <Notices view={view} />
        {content.question && <Body view={view} />}
      </main>
      <Footer view={view} />
      <PrintLine view={view} />
    </div>
  );
}

function Body({ view }: { readonly view: View }) {
  if (view.content.question?.level === 'COMMUNE') return <CommunePage view={view} />;
  return (
    <>
      <Breadcrumbs view={view} />
      <div class="lead">
        <Answer view={view} />
        <BulletChart view={view} />
      </div>
      <Tiles view={view} />
      <ReportLink view={view} />
      <Tabs view={view} />
    </>
  );
}
