import { SYNTHETIC_MARK } from '../wording';
import type { QuotaReport } from './quota-report';

/** With the mark of synthetic figures, where nothing else is printed that carries it. */
export function lineAlone(report: QuotaReport): string {
  return `${report.origin === 'SYNTHETIC' ? SYNTHETIC_MARK : ''}${lastLine(report)}`;
}

/** The last line, for people and for whoever reads only that. */
export function lastLine({ outcome, standings }: QuotaReport): string {
  const fulfilled = standings.filter(({ verdict }) => verdict === 'FULFILLED').length;
  if (outcome === 'FULFILLED') return `ĐỦ: ${fulfilled}/${standings.length} địa phương`;
  if (outcome === 'UNKNOWN') {
    const open = standings.length - fulfilled;
    return unanswered(`${open} địa phương còn chờ công nhận`, 'Chạy lại sau khi có quyết định');
  }
  const short = standings.filter(({ verdict }) => verdict === 'SHORT');
  const missing = short.reduce((sum, { shortfall }) => sum + shortfall, 0);
  return `THIẾU: ${short.length} địa phương, ${missing} Công an phường`;
}

export function unanswered(reason: string, remedy: string): string {
  return `KHÔNG TRẢ LỜI ĐƯỢC: ${reason.replace(/\.$/, '')}. ${remedy}`;
}
