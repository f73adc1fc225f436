import type { Address, LanguageCode } from '../address/address';
import { placeName } from '../page/chosen-place';
import { createView, nounOf, type View } from '../page/view';
import { reportEn } from '../words/en-report';
import { type ReportWords, reportVi } from '../words/vi-report';
import type { FailingCommunes } from './failing-communes';
import type { ReportContent } from './load-report';

export const REPORT_WORDS: Readonly<Record<LanguageCode, ReportWords>> = { vi: reportVi, en: reportEn };

/** What every part of a sheet is given. */
export interface ReportView extends View {
  readonly report: ReportWords;
  readonly failing: FailingCommunes;
  /** "Kết quả thực hiện …"; without the mark of synthetic data. */
  readonly heading: string;
  /** What the indicator counts. */
  readonly noun: string;
}

export function createReportView(address: Address, content: ReportContent): ReportView {
  const view = createView(address, content);
  const report = REPORT_WORDS[address.language];
  const { indicator } = content.question ?? {};
  const title = (address.language === 'en' ? indicator?.titleEn : indicator?.titleVi) ?? '';
  const heading = report.title(title, placeName(view));
  return { ...view, report, failing: content.failing, heading, noun: nounOf(view) };
}
