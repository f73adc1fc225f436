const KEY = 'tieuchi-token';

/** The bearer token of this tab; null without a sign-in. It is forgotten when the tab is closed. */
export function readToken(): string | null {
  return sessionStorage.getItem(KEY);
}

/** @param token null: sign out */
export function keepToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}
