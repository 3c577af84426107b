import type { Draft } from './sent.form.js';

/** Where to go after signing in, or what to send then. */
export function DraftFields({ draft, next }: { draft: Draft | null; next: string }) {
  if (!draft) return <input type="hidden" name="next" value={next} />;
  return (
    <>
      <input type="hidden" name="draft" value={draft.kind} />
      {/* a hidden input would fold the line breaks of what was typed */}
      {Object.entries(draft.fields).map(([name, value]) => <textarea key={name} name={name} hidden>{`\n${value}`}</textarea>)}
    </>
  );
}
