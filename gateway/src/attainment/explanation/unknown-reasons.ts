import type { UnknownReason } from '../counts';

/** Chips of the page. */
export const REASON_WORDS: Readonly<Record<UnknownReason, { readonly vi: string; readonly en: string }>> = {
  NOT_STARTED: { vi: 'Chưa nhập', en: 'nothing recorded' },
  IN_DRAFT: { vi: 'Đang nhập', en: 'in draft' },
  AWAITING_APPRAISAL: { vi: 'Chờ thẩm định', en: 'awaiting appraisal' },
  RETURNED: { vi: 'Trả lại', en: 'returned' },
  ITEM_UNKNOWN: { vi: 'Thiếu kết quả nội dung', en: 'a content is missing' },
  NO_COMPARABLE_PREVIOUS_YEAR: { vi: 'Thiếu năm trước', en: 'no comparable year before' },
  NOT_RESTATABLE: { vi: 'Không quy đổi', en: 'cannot be restated' },
  WINDOW_OPEN: { vi: 'Trong kỳ', en: 'the window is open' },
  NOT_PUBLISHED: { vi: 'Chưa công bố', en: 'not published' },
};
