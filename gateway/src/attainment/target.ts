/** What has to be reached, by when, and who says so: for 19.2 99 % by the end of 2025, QĐ 926/QĐ-TTg of 2 Aug 2022. */
export interface Target {
  /** Decimal string, at most two decimals: "99", "87.5". */
  readonly percent: string;
  /** ISO day; it is reached in time until the end of that day. */
  readonly due: string;
  readonly source: string;
  readonly version: string;
  /** The country's own target, shown where a province has none. */
  readonly inherited: boolean;
  readonly direction: 'AT_LEAST';
  /** The year from which pace is measured: a convention of this project, no regulation names one. */
  readonly baselineYear: number;
}
