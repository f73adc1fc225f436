import { z } from 'zod';

/** The country is not reorganised. */
export type ReorganisedLevel = 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

export const CODE_LENGTHS: Readonly<Record<ReorganisedLevel, number>> = { PROVINCE: 2, DISTRICT: 3, COMMUNE: 5 };

const PART_KINDS = ['PARTIAL', 'PARTIAL_AREA_ONLY', 'PARTIAL_AREA_ALL_POPULATION', 'PARTIAL_POPULATION'] as const;

const text = z.string().trim().min(1, 'must not be empty');
const day = z.iso.date('must be a day of the calendar, written YYYY-MM-DD');
const level = z.enum(['PROVINCE', 'DISTRICT', 'COMMUNE'], 'must be PROVINCE, DISTRICT or COMMUNE');
const code = z.string('must be text, so that leading zeros stay');
const parentCode = z.string().regex(/^(VN|\d{2}|\d{3})$/, 'must be "VN", a province of 2 digits or a district of 3');

/** A unit of the effective day: with a name a new one, without one another change's new unit or one that goes on. */
const target = z.strictObject({ code, fullName: text.optional(), parentCode: parentCode.optional() });
const part = target.extend({
  level: level.optional(),
  link: z.enum(['WHOLE', ...PART_KINDS]).optional(),
  isMain: z.boolean().optional(),
});

const unit = { level, code };
const change = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('MERGE'), level, from: z.array(code).nonempty('must name a unit'), into: target }),
  z.strictObject({ change: z.literal('SPLIT'), ...unit, into: z.array(part).min(2, 'must name two parts or more') }),
  z.strictObject({ change: z.literal('DISSOLVE'), ...unit, into: z.array(part) }),
  z.strictObject({ change: z.literal('RENAME'), ...unit, fullName: text }),
  z.strictObject({ change: z.literal('RETYPE'), ...unit, fullName: text }),
  z.strictObject({ change: z.literal('RECODE'), ...unit, newCode: code }),
  z.strictObject({ change: z.literal('MOVE'), ...unit, parentCode }),
]);

type RawChange = z.infer<typeof change>;
/** Where a unit or a part of it goes; `level` only where it is another. */
export type Part = z.infer<typeof part>;
type Report = (path: (string | number)[], message: string) => void;

/** The file as `docs/reorganisation-file.md` describes it. */
export const reorganisationFile = z.strictObject({
  effectiveOn: day,
  decision: z.strictObject({ number: text, date: day, issuer: text }),
  changes: z
    .array(
      change.superRefine((value, context) =>
        checkChange(value, (path, message) => context.addIssue({ code: 'custom', path, message })),
      ),
    )
    .nonempty('must hold a change'),
});

export type ReorganisationFile = z.infer<typeof reorganisationFile>;

function checkChange(value: RawChange, report: Report): void {
  if (value.change === 'MERGE') {
    value.from.forEach((one, index) => {
      checkCode(one, value.level, ['from', index], report);
    });
    checkTarget(value.into, value.level, ['into'], report);
    return;
  }
  checkCode(value.code, value.level, ['code'], report);
  if (value.change === 'RECODE') checkCode(value.newCode, value.level, ['newCode'], report);
  if (value.change === 'SPLIT' || value.change === 'DISSOLVE') checkParts(value, report);
}

type DivisiveChange = Extract<RawChange, { change: 'SPLIT' | 'DISSOLVE' }>;

function checkParts(value: DivisiveChange, report: Report): void {
  const { into: parts, code: ownCode } = value;
  parts.forEach((one, index) => {
    checkPart(value, one, (path, message) => report(['into', index, ...path], message));
  });
  const itself = parts.find((one) => isItself(one, value));
  const mains = parts.filter((one) => one.isMain).length;
  if (itself && value.change === 'DISSOLVE') report(['into'], `${ownCode} goes on; use SPLIT`);
  else if (itself && !itself.isMain) report(['into'], `must mark ${ownCode} as isMain, because that unit goes on`);
  else if (parts.length > 1 && mains !== 1) report(['into'], `must mark one part as isMain, found ${mains}`);
  // only a district can end with nothing left to say: its land lies in its communes
  if (parts.length === 0 && value.level !== 'DISTRICT') report(['into'], 'must name where the unit goes');
}

function checkPart(value: DivisiveChange, one: Part, report: Report): void {
  checkTarget(one, one.level ?? value.level, [], report);
  const isDivided = value.into.length > 1;
  if (isDivided && one.link === undefined && !isItself(one, value)) {
    report(['link'], `must say what goes there: ${PART_KINDS.join(', ')}`);
  }
  if (isDivided && one.link === 'WHOLE') report(['link'], 'cannot be WHOLE where there are several parts');
  if (!isDivided && one.link && one.link !== 'WHOLE') report(['link'], 'must be WHOLE, or name the other parts too');
  if (value.change === 'SPLIT' && one.level !== undefined && one.level !== value.level) {
    report(['level'], 'must stay the level of the unit; only a DISSOLVE can go to another');
  }
}

/** The part that goes on as the unit itself. */
function isItself(part: Part, { code: ownCode }: DivisiveChange): boolean {
  return part.code === ownCode && part.fullName === undefined;
}

function checkTarget(value: Part, ofLevel: ReorganisedLevel, path: (string | number)[], report: Report): void {
  checkCode(value.code, ofLevel, [...path, 'code'], report);
  const isNew = value.fullName !== undefined;
  if (isNew && value.parentCode === undefined && ofLevel !== 'PROVINCE') {
    report([...path, 'parentCode'], 'must say where the new unit lies');
  }
  if (!isNew && value.parentCode !== undefined) {
    report([...path, 'fullName'], 'is missing: a new unit needs it; move one that goes on with a MOVE');
  }
}

function checkCode(value: string, ofLevel: ReorganisedLevel, path: (string | number)[], report: Report): void {
  const length = CODE_LENGTHS[ofLevel];
  if (/^\d+$/.test(value) && value.length === length) return;
  report(path, `must be the ${length} digits of a code of level ${ofLevel}, with leading zeros, found "${value}"`);
}
