import { yearOf } from '../iso-day';
import { countEn, dayEn } from './english-numbers';
import type { Explained, Judged } from './explained';
import { capitalised, placeEn } from './place';
import { rateDigits } from './rate-digits';

/** The same in English; names of units stay Vietnamese. */
export function answerEn(explained: Explained): string {
  const mark = explained.attainment.origin === 'SYNTHETIC' ? '[SYNTHETIC] ' : '';
  return mark + [sentence(explained), ...additions(explained)].join('');
}

function sentence(explained: Explained): string {
  const { attainment, subject } = explained;
  const { place, nounEn: noun, indicatorNumber, year } = subject;
  const { met, total, countedOn } = attainment;
  switch (attainment.verdict) {
    case 'NO_TARGET':
      return `${countEn(met)} of ${countEn(total)} ${noun} meet it; no target is set for ${placeEn(place)}.`;
    case 'NOT_APPLICABLE':
      return `${capitalised(placeEn(place))} has no ${noun} in the population of indicator ${indicatorNumber} (map of ${dayEn(countedOn)}).`;
    case 'NO_DATA':
      return `There is no result of ${year} yet for the ${countEn(total)} ${noun} of ${placeEn(place)}.`;
    case 'ATTAINED':
      return attained(explained as Judged);
    case 'NOT_ATTAINED':
      return notAttained(explained as Judged);
    case 'UNDECIDED':
      return undecided(explained as Judged);
  }
}

function opening({ attainment, subject }: Judged): string {
  const { met, total, unknown, ratePercent } = attainment;
  const { place, nounEn: noun, indicatorNumber, year } = subject;
  const atLeast = unknown > 0 ? 'at least ' : '';
  return `In ${year}, ${placeEn(place)} has ${atLeast}${countEn(met)} of ${countEn(total)} ${noun} that meet indicator ${indicatorNumber} (${atLeast}${rateDigits(ratePercent)} %)`;
}

function attained(explained: Judged): string {
  const { surplus, requiredCount, targetPercent } = explained.attainment;
  const over = surplus ? `${countEn(surplus)} more than needed` : 'exactly as many as needed';
  return `${opening(explained)}, which attains the target of ${targetPercent} % (at least ${countEn(requiredCount)}; ${over}).`;
}

function notAttained(explained: Judged): string {
  const { attainment, subject, target } = explained;
  const { duePassed, requiredCount, shortfall, shortfallIfUnknownsPass, targetPercent } = attainment;
  const due = yearOf(target.due);
  const missing = range(shortfallIfUnknownsPass, shortfall);
  const needed = `at least ${countEn(requiredCount)} ${subject.nounEn} are needed`;
  return duePassed
    ? `${opening(explained)}. The target of ${targetPercent} % by the end of ${due} was missed: ${needed}, ${missing} are missing.`
    : `${opening(explained)}. The target by the end of ${due} is ${targetPercent} %, ${needed}: ${missing} are still missing.`;
}

function undecided({ attainment, subject }: Judged): string {
  const { met, total, unknown, bounds, requiredCount, shortfall, shortfallIfUnknownsPass, targetPercent } = attainment;
  const { place, nounEn: noun, indicatorNumber, year } = subject;
  const missing = range(shortfallIfUnknownsPass, shortfall);
  return `In ${year}, ${placeEn(place)} has at least ${countEn(met)} of ${countEn(total)} ${noun} that meet indicator ${indicatorNumber} (from ${rateDigits(bounds.lowerPercent)} % to ${rateDigits(bounds.upperPercent)} %); ${countEn(unknown)} have no result yet. The target of ${targetPercent} % needs ${countEn(requiredCount)}: undecided, ${missing} are still missing.`;
}

function range(least: number, most: number): string {
  return least === most ? countEn(most) : `from ${countEn(least)} to ${countEn(most)}`;
}

function additions({ attainment, subject, counts, target }: Explained): string[] {
  const { verdict, unknown, attainedInYear } = attainment;
  const selfAssessed = counts.selfAssessedMet ?? 0;
  const isCertain = verdict === 'ATTAINED' || verdict === 'NOT_ATTAINED';
  return [
    target?.inherited ? ` (The country's target; the sources name none of ${placeEn(subject.place)}'s own.)` : '',
    isCertain && unknown > 0
      ? ` The conclusion holds whether or not the ${countEn(unknown)} without a result meet it.`
      : '',
    attainedInYear === null ? '' : ` The target was attained in ${attainedInYear} and not kept.`,
    selfAssessed > 0
      ? ` Of those without a result, ${countEn(selfAssessed)} assess themselves as met and wait for appraisal.`
      : '',
  ];
}
