/** The words of a province's sheet in Vietnamese. */
export const reportVi = {
  title: (indicator: string, place: string) => `Kết quả thực hiện ${indicator} – ${place}`,
  back: 'Về trang số liệu của tỉnh',
  print: 'In hoặc lưu PDF bằng lệnh in của trình duyệt (Ctrl+P): khổ A4.',
  districts: 'Kết quả theo cấp huyện',
  ownMap: 'Kết quả theo đơn vị cấp tỉnh trước sắp xếp',
  district: 'Địa phương',
  total: 'Cộng',
  leftOut: (count: string) => `${count} đơn vị cấp huyện không có xã thuộc phạm vi tính, không liệt kê.`,
  failing: (count: string, noun: string) => `Các ${noun} chưa đạt (${count})`,
  failingPlain: (noun: string) => `Các ${noun} chưa đạt`,
  commune: 'Xã',
  under: 'Huyện',
  contents: 'Nội dung chưa đạt',
  allMet: (noun: string) => `Không có ${noun} nào chưa đạt trong số đã có kết quả.`,
  restricted: 'Số thứ tự nội dung chưa đạt chỉ người đã đăng nhập được xem.',
  unlisted: 'Danh sách trên địa giới này chỉ người đã đăng nhập được xem.',
  notLoaded: 'Không tải được danh sách.',
  signature: {
    title: 'Phần ký',
    place: '…………, ngày …… tháng …… năm ……',
    author: 'NGƯỜI LẬP BIỂU',
    authorHow: '(Ký, ghi rõ họ tên)',
    head: 'THỦ TRƯỞNG ĐƠN VỊ',
    headHow: '(Ký, đóng dấu, ghi rõ họ tên)',
    refused: 'Không có phần ký: số liệu mô phỏng không được ký.',
    unknown: 'Không có phần ký: không rõ nguồn số liệu.',
  },
  notFound: (path: string) =>
    `Không có biểu báo cáo tại ${path}. Biểu của một tỉnh: /report/ và mã tỉnh gồm hai chữ số.`,
};

export type ReportWords = typeof reportVi;
