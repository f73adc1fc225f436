import { useCallback, useState } from 'preact/hooks';
import type { AssessmentState, Role, WorkCommuneQuery } from '../../data/operations.generated';
import { AnswerNotice } from '../answer-notice';
import { DoneNotice } from '../step/done-notice';
import { useAnswer } from '../use-answer';
import { workHref } from '../work-address';
import type { SignedView } from '../work-view';
import { AppraisalForm } from './appraisal-form';
import { ContentsList } from './contents-list';
import { DeskHead } from './desk-head';
import { EntryForm } from './entry-form';
import type { Desk } from './item-draft';
import { loadDesk, setItemsOf } from './load-desk';
import { RecognitionForm } from './recognition-form';
import { ReturnForm } from './return-form';

type Form = 'ENTRY' | 'APPRAISAL' | 'RECOGNITION' | 'RETURN';
/** A step that was taken, by its words. */
export type StepDone = 'SAVE' | 'SUBMIT' | 'APPRAISE' | 'RETURN' | 'RECOGNISE';

/** What a form of a commune is given. */
export interface DeskFormProps {
  readonly view: SignedView;
  readonly code: string;
  readonly desk: Desk;
  readonly data: WorkCommuneQuery;
  onDone(step: StepDone): void;
  /** Somebody else wrote, and what was typed here is given up. */
  onDrop(): void;
}

/** One commune: what is recorded, and what the reader can do with it now. */
export function CommuneDesk({ view, code }: { readonly view: SignedView; readonly code: string }) {
  const load = useCallback(() => loadDesk(view, code), [code, view.caller.subject]);
  const answered = useAnswer(load);
  const [done, setDone] = useState<StepDone | null>(null);
  const { data, reload } = answered;
  const desk = data?.commune?.assessment;
  const onDone = (step: StepDone) => {
    setDone(step);
    void reload();
  };
  return (
    <section aria-labelledby="desk-title">
      <p>
        <a href={workHref(view.address, { unit: null })}>{view.work.desk.back}</a>
      </p>
      <h2 id="desk-title">{data?.commune?.fullName ?? code}</h2>
      <AnswerNotice view={view} answered={answered} />
      {done && answered.status === 'READY' && <DoneNotice text={view.work.step[done]} />}
      {answered.status === 'READY' && !data?.commune && <p class="notice">{view.work.fault.UNIT_NOT_FOUND}</p>}
      {data?.commune && !desk && <p>{view.work.desk.outside}</p>}
      {data && desk && (
        <>
          <DeskHead view={view} desk={desk} />
          <Forms {...{ view, code, desk, data, onDone, onDrop: () => void reload() }} />
        </>
      )}
    </section>
  );
}

/** Each step leads to another version, and so to a form of its own. */
function Forms(props: DeskFormProps) {
  const { view, desk } = props;
  const forms = formsOf(view.caller.role, desk.state);
  const isRead = !forms.includes('ENTRY') && !forms.includes('APPRAISAL');
  return (
    <div key={`${desk.version}`}>
      {forms.length === 0 && <p class="notice">{view.work.desk.nothing}</p>}
      {forms.includes('ENTRY') && <EntryForm {...props} />}
      {forms.includes('APPRAISAL') && <AppraisalForm {...props} />}
      {isRead && <ContentsList view={view} desk={desk} items={setItemsOf(props.data, view)} />}
      {forms.includes('RECOGNITION') && <RecognitionForm {...props} />}
      {forms.includes('RETURN') && <ReturnForm {...props} />}
    </div>
  );
}

/** Which steps begin at a state, for a role; whether one is taken, the service decides. */
function formsOf(role: Role, state: AssessmentState): readonly Form[] {
  const isEntry = state === 'NOT_STARTED' || state === 'DRAFT' || state === 'RETURNED';
  if (isEntry) return role === 'COMMUNE_OFFICER' || role === 'APPRAISER' ? ['ENTRY'] : [];
  if (role === 'APPRAISER' && state === 'SUBMITTED') return ['APPRAISAL', 'RETURN'];
  if (role === 'APPRAISER' && state === 'APPRAISED') return ['APPRAISAL'];
  return role === 'RECOGNISER' && state === 'APPRAISED' ? ['RECOGNITION', 'RETURN'] : [];
}
