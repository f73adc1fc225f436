import type { ReorganisationFile } from './reorganisation-file';

/** What is wrong and what to do about it. `place` is `changes[2].into.code` in JSON and `line 5` in CSV. */
export interface Fault {
  place: string;
  message: string;
}

/** One change of the file, with the place where it stands there. */
export type Change = ReorganisationFile['changes'][number] & { place: string };

/** A reorganisation of administrative units that takes effect on one day by one decision. */
export interface Reorganisation extends Omit<ReorganisationFile, 'changes'> {
  changes: Change[];
}
