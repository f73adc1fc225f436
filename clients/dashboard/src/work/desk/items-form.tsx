import type { DeskFormProps } from './commune-desk';
import { draftWith } from './item-draft';
import { ItemFields } from './item-fields';
import { setItemsOf } from './load-desk';
import type { ItemForm } from './use-item-form';

interface ItemsFormProps extends Pick<DeskFormProps, 'view' | 'data'> {
  readonly form: ItemForm;
  readonly isAppraisal: boolean;
}

/** The contents one by one. */
export function ItemsForm({ view, data, form, isAppraisal }: ItemsFormProps) {
  const asked = setItemsOf(data, view);
  return (
    <>
      {form.desk.items.map((item) => {
        const draft = draftWith(form.drafts, item.number);
        return (
          draft && (
            <ItemFields
              key={item.number}
              view={view}
              item={item}
              asked={asked.find(({ number }) => number === item.number)}
              draft={draft}
              faults={form.step.faults}
              isAppraisal={isAppraisal}
              onChange={(change) => form.change(item.number, change)}
            />
          )
        );
      })}
    </>
  );
}
