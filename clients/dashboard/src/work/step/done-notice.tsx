import { useEffect, useRef } from 'preact/hooks';

/** Read out, and where the keys go on from: the form that had the focus is gone. */
export function DoneNotice({ text }: { readonly text: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <p class="notice notice-done" role="status" tabIndex={-1} ref={notice}>
      {text}
    </p>
  );
}
