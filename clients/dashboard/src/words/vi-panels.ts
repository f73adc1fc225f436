import type { PanelTab, Reading } from '../address/address';
import type {
  ModelWardState,
  QuotaCounts,
  QuotaExclusion,
  QuotaVerdict,
  ReconciliationOutcome,
  ReportedFlag,
  ReportedKind,
  RiskKind,
  SourceStatus,
} from '../data/operations.generated';

const tabs: Record<PanelTab, string> = {
  quota: 'Chỉ tiêu Công an phường kiểu mẫu',
  wards: 'Phiếu chấm Công an phường',
  changes: 'Cần thay đổi gì để đạt',
  regressions: 'Xã không giữ được',
  reconciliation: 'Đối chiếu số liệu',
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
const wardState: Record<ModelWardState, string> = {
  NOT_REGISTERED: 'Chưa đăng ký',
  REGISTERED: 'Đã đăng ký',
  UNDER_WAY: 'Đang xây dựng',
  SELF_SCORED: 'Đã tự chấm',
  APPRAISED: 'Đã thẩm định',
  PROPOSED: 'Đã đề nghị công nhận',
  RECOGNISED: 'Đã công nhận',
  RE_RECOGNISED: 'Công nhận lại',
  REVOKED: 'Đã thu hồi',
  WITHDRAWN: 'Đã rút đăng ký',
};
/** As the service's own sentences say them. */
const quotaReason: Record<QuotaExclusion, string> = {
  NOT_ON_RULE_MAP: 'Không có trên địa giới của quy định',
  OUTSIDE_RULE: 'Ngoài phạm vi quy định',
  WITHDRAWN: 'Đã rút',
  REVOKED: 'Đã thu hồi',
  UNIT_NO_LONGER_EXISTS: 'Phường không còn',
  LATE: 'Đăng ký sau hạn',
  NOT_RECOGNISED: 'Chưa được công nhận',
  FOR_A_LATER_YEAR: 'Được công nhận cho năm sau hạn',
  DECIDED_LATE: 'Quyết định công nhận sau hạn',
  EXPIRED: 'Công nhận đã hết hiệu lực',
};
const riskKind: Record<RiskKind, string> = {
  CONTENT_FAILING: 'năm trước đạt, nay chưa đạt',
  CONTENT_UNKNOWN: 'năm trước đạt, nay chưa có kết quả',
  FAILING_AGAIN: 'chưa đạt hai năm liền',
  LAND_CHANGED: 'Địa giới thay đổi giữa hai năm',
};
const reportedKind: Record<ReportedKind, string> = { PLAN: 'KH', RESULT: 'TH' };
const reportedFlag: Record<ReportedFlag, string> = {
  PLAN: 'Kế hoạch',
  COUNTED_ONLY: 'Chỉ để đếm, không xét đạt',
  QUALIFIED: 'Số nêu ước lượng',
  PRINTED_PERCENT_DIFFERS: 'Tỷ lệ in không khớp với số đếm',
  PRINTED_ATTAINMENT_DIFFERS: 'Mức thực hiện in không khớp',
  PARTS_DIFFER: 'Các phần in không cộng thành tổng',
  TOTAL_IS_QUOTA: 'Tổng là chỉ tiêu giao, không phải số đơn vị',
  POPULATION_DIFFERS: 'Khác mẫu số',
  MAP_NOT_LOADED: 'Chưa có địa giới của thời điểm đó',
};
const outcome: Record<ReconciliationOutcome, string> = {
  EQUAL: 'Khớp',
  DIFFERS: 'Lệch',
  POPULATION_DIFFERS: 'Khác mẫu số',
  MAP_NOT_LOADED: 'Chưa có địa giới của thời điểm đó',
  DIFFERENT_INDICATOR: 'Khác chỉ tiêu',
  PLAN: 'Kế hoạch',
  NOT_RECORDED: 'Chưa ghi nhận',
  DEMONSTRATION: 'Không đối chiếu với số liệu mô phỏng',
};

/** The words of the panels; they stand in `vi` beside the others. */
export const viPanels = {
  tabs,
  quotaVerdict,
  counts,
  sourceStatus,
  readings,
  wardState,
  quotaReason,
  riskKind,
  reportedKind,
  reportedFlag,
  outcome,
  panelColumns: {
    held: 'Có',
    selfScored: 'Tự chấm',
    appraised: 'Thẩm định',
    counts: 'Tính vào chỉ tiêu',
    missing: 'Số nội dung chưa đạt',
    contents: 'Nội dung chưa đạt',
    selfAssessed: 'Tự đánh giá',
    risk: 'Vì sao',
    decisionBefore: 'Quyết định năm trước',
    indicator: 'Chỉ tiêu',
    asOf: 'Ngày',
    kind: 'KH/TH',
    printed: 'Số in',
    printedPercent: 'Tỷ lệ in',
    computedPercent: 'Tỷ lệ tính lại',
    flags: 'Cần lưu ý',
    outcome: 'Đối chiếu',
    source: 'Nguồn',
  },
  tabsTitle: 'Cách xem',
  panelEmpty: 'Không có đơn vị nào.',
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
  wards: {
    list: 'Công an phường tham gia thí điểm',
    countedBy: 'Được tính hay không: theo',
    counts: 'Được tính',
    notCounted: 'Không được tính',
    countsFor: 'Được tính vào:',
    close: 'Đóng phiếu chấm',
    /** In mid-sentence the kind of a unit is small: "Công an phường Phúc Xá". */
    police: (ward: string) => `Công an ${ward.charAt(0).toLowerCase()}${ward.slice(1)}`,
    notFound: (ward: string) => `Không có phường mã ${ward} trên địa giới này.`,
    notRegistered: 'Chưa đăng ký tham gia thí điểm.',
    registered: (day: string) => `Đăng ký ngày ${day}`,
    scoredFor: (year: number) => `Chấm cho năm ${year}`,
    asked: (count: string) => `${count} tiêu chí; phải đạt tất cả mới được đề nghị công nhận`,
    recognised: {
      RECOGNISED: (year: number) => `Đã công nhận (năm ${year})`,
      RE_RECOGNISED: (year: number) => `Công nhận lại (năm ${year})`,
    },
    decision: (number: string, day: string, issuer: string | null) =>
      `Quyết định ${number}, ngày ${day}${issuer === null ? '' : `, ${issuer}`}`,
    noDecision: 'Chưa có quyết định công nhận.',
    score: (met: string, asked: string) => `đạt ${met}/${asked} tiêu chí`,
    noScore: 'chưa có',
    printed: (printed: string) => `văn bản in ${printed}, khác với số cộng được`,
    criteria: 'Các tiêu chí, xếp theo kết quả thẩm định',
    number: 'Số',
    criterion: 'Tiêu chí',
    numbersOnly: 'Chỉ ghi nhận số tiêu chí đạt, không có từng tiêu chí.',
    restricted: 'Phiếu chấm chỉ người đã đăng nhập được xem.',
    groups: (count: string) =>
      `Gồm ${count} nhóm nhiệm vụ; nguồn không nêu tên nhóm và tiêu chí nào thuộc nhóm nào, nên không xếp theo nhóm.`,
  },
  changes: {
    attain: (count: string, noun: string) => `Để đạt mục tiêu cần thêm ít nhất ${count} ${noun} đạt.`,
    fromUnknown: (count: string, noun: string) => `Trong đó ${count} ${noun} có thể lấy từ số chưa có kết quả.`,
    fromNotMet: (count: string, noun: string) =>
      `Dù mọi ${noun} chưa có kết quả đều đạt, vẫn cần ${count} ${noun} chưa đạt được đánh giá lại là đạt.`,
    enough: (noun: string) => `Nếu đủ số ${noun} chưa có kết quả được thẩm định là đạt thì đạt mục tiêu.`,
    attained: 'Đã đạt mục tiêu: không cần thêm.',
    lose: (count: string, noun: string) => `Nếu ${count} ${noun} đang đạt mất kết quả thì không còn đạt mục tiêu.`,
    none: 'Chưa giao mục tiêu hoặc chưa có số liệu, nên không có gì để thay đổi.',
    byContent: 'Theo nội dung',
    content: (number: number) => `Nội dung ${number}`,
    ofContent: (failing: string, alone: string, noun: string) =>
      `${failing} ${noun} chưa đạt, ${alone} ${noun} chỉ thiếu nội dung này`,
    list: (noun: string) => `Các ${noun} gần đạt nhất`,
    atRisk: (noun: string) => `Các ${noun} có nguy cơ`,
    cut: (shown: string, all: string, noun: string) =>
      `Đang hiện ${shown} trong ${all} ${noun}; chọn tỉnh, thành phố để xem hết.`,
  },
  regressions: {
    note: (year: number) => `Đạt năm ${year - 1}, chưa đạt năm ${year}. Chưa có kết quả không bị coi là mất.`,
    noYearBefore: 'Không có số liệu năm trước để so sánh',
    lost: 'Địa phương đã đạt mục tiêu nhưng không giữ được',
    lostSince: (year: number) => `đã đạt mục tiêu năm ${year}`,
    list: 'Xã không giữ được',
  },
  reconciliation: {
    note: 'Số đã in được giữ nguyên như nguồn; điểm cần lưu ý không sửa số nào. KH: kế hoạch; TH: kết quả thực hiện.',
    notSynthetic:
      'Đây là số đã công bố hoặc địa phương báo cáo, không phải số mô phỏng; không đối chiếu với số liệu mô phỏng.',
    list: 'Số đã in hoặc đã báo cáo',
    empty: 'Chưa nhập số đã in hoặc đã báo cáo nào của nơi này.',
    differs: (difference: string) => `Lệch ${difference}`,
    details: 'Từng số một',
  },
};

export type PanelWords = typeof viPanels;
