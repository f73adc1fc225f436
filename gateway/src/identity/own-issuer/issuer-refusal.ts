/** What the installation's own issuer does not do, in one line that says why and what to do. */
export class IssuerRefusal extends Error {
  override name = 'IssuerRefusal';
}
