import { type ComponentChildren, toChildArray } from 'preact';

interface WorkTableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly empty?: string;
  readonly children: ComponentChildren;
}

/** A table that scrolls within its frame, so that the page does not; by keys, too. */
export function WorkTable({ caption, headings, empty, children }: WorkTableProps) {
  const isEmpty = toChildArray(children).length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys
    <section class="table-frame" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {children}
          {isEmpty && empty && (
            <tr>
              <td class="empty" colSpan={headings.length}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
