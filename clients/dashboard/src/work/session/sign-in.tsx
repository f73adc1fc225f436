import { useState } from 'preact/hooks';
import { unitInSentence, type WorkView } from '../work-view';
import type { Session } from './session';

interface SignInProps {
  readonly view: WorkView;
  readonly session: Session;
}

/** Who works here, or what to do to begin. The token goes nowhere but into this tab's store and the head of requests. */
export function SignIn({ view, session }: SignInProps) {
  const { status, caller } = session;
  const { work } = view;
  if (caller && (status === 'SIGNED_IN' || status === 'CHECKING')) return <Who view={view} session={session} />;
  return (
    <section class="sign-in" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">{work.signIn.title}</h2>
      {status !== 'EXPIRED' && <p>{work.signIn.what}</p>}
      <p>{work.signIn.how}</p>
      {status === 'START' ? (
        <noscript>
          <p class="notice">{work.noScript}</p>
        </noscript>
      ) : (
        <TokenForm view={view} session={session} />
      )}
    </section>
  );
}

function Who({ view, session: { caller, signOut } }: SignInProps) {
  const { work } = view;
  if (!caller) return null;
  const { subject, role, unit } = caller;
  return (
    <section class="who" aria-label={work.session.title}>
      <p>
        <strong>{work.session.who(subject, work.role[role], unitInSentence(view, unit))}</strong>
      </p>
      <button type="button" class="quiet" onClick={signOut}>
        {work.session.signOut}
      </button>
    </section>
  );
}

const WRONG = { REFUSED: 'refused', EXPIRED: 'expired', LOST: 'lost' } as const;

/** Its field has no name, so that no form can send it anywhere. */
function TokenForm({ view: { work }, session }: SignInProps) {
  const [token, setToken] = useState('');
  const { status } = session;
  const wrong = status in WRONG ? work.signIn[WRONG[status as keyof typeof WRONG]] : null;
  const send = (event: Event) => {
    event.preventDefault();
    if (token.trim() !== '') session.signIn(token.trim());
  };
  return (
    <form class="token-form" method="post" action="/work" onSubmit={send}>
      <label>
        <span>{work.signIn.field}</span>
        <input
          type="password"
          autocomplete="off"
          spellcheck={false}
          value={token}
          aria-invalid={wrong !== null}
          aria-describedby="token-note"
          onInput={({ currentTarget }) => setToken(currentTarget.value)}
        />
      </label>
      <button type="submit">{work.signIn.send}</button>
      <p id="token-note" role="status">
        {status === 'CHECKING' ? work.signIn.sending : wrong}
      </p>
    </form>
  );
}
