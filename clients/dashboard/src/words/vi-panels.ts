import type { PanelTab, Reading } from '../address/address';
import type { QuotaCounts, QuotaVerdict, SourceStatus } from '../data/operations.generated';

const tabs: Record<PanelTab, string> = {
  quota: 'Chỉ tiêu Công an phường kiểu mẫu',
};
const quotaVerdict: Record<QuotaVerdict, string> = { FULFILLED: 'Đủ', SHORT: 'Còn thiếu', UNDECIDED: 'Chưa kết luận' };
const counts: Record<QuotaCounts, string> = {
  REGISTERED: 'Tính theo đăng ký',
  RECOGNISED: 'Tính theo công nhận',
};
const sourceStatus: Record<SourceStatus, string> = {
  SOURCED: 'Theo nguồn',
  UNVERIFIED: 'Chưa đối chiếu với văn bản gốc',
  INFERENCE: 'Nhóm dự án suy ra từ nguồn',
};
const readings: Record<Reading, string> = {
  own: 'Theo địa giới khi ban hành',
  carried: 'Gộp theo địa giới hiện nay (tham khảo)',
};

/** The words of the panels; they stand in `vi` beside the others. */
export const viPanels = {
  tabs,
  quotaVerdict,
  counts,
  sourceStatus,
  readings,
  panelColumns: {
    held: 'Có',
  },
  tabsTitle: 'Cách xem',
  panelRestricted: 'Phần này chỉ người đã đăng nhập được xem.',
  quota: {
    rule: 'Quy định',
    source: (source: string, day: string | null) => `Nguồn: ${source}${day === null ? '' : `, ngày ${day}`}`,
    deadline: (day: string) => `Hạn ${day}`,
    words: 'Nguyên văn',
    reading: 'Cách hiểu',
    notKnown: 'Không kiểm tra được',
    cities: 'Thành phố trực thuộc Trung ương',
    ofNeeded: (held: string, required: string) => `có ${held}, cần ${required}`,
    short: (shortfall: string) => `còn thiếu ${shortfall}`,
    shortList: 'Địa phương còn thiếu',
    noneShort: 'Không có địa phương nào còn thiếu.',
    excluded: 'Vì sao có phường không được tính',
    excludedRestricted: 'Phường không được tính và lý do: chỉ người đã đăng nhập được xem.',
    noneExcluded: 'Không có phường đã đăng ký nào bị loại.',
    readingsTitle: 'Hai cách xét địa giới',
    carriedLine: (fulfilled: string, all: string, held: string, required: string, shortfall: string) =>
      `${fulfilled}/${all} địa phương đủ chỉ tiêu; có ${held}, cần ${required}, còn thiếu ${shortfall}.`,
    unplaced: (count: string) => `${count} đơn vị bị chia cho nhiều nơi, không gộp được.`,
    hidden: (count: string) =>
      `Gộp lại không thấy ${count} Công an phường còn thiếu: phần vượt của nơi này che phần thiếu của nơi khác.`,
    standings: 'Từng địa phương',
  },
};

export type PanelWords = typeof viPanels;
