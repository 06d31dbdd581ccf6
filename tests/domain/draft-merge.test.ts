import { describe, expect, it } from 'vitest';
import { mergeDraft } from '#lib/domain/draft-merge.ts';

describe('a form that is put into a draft', () => {
  it('changes what its writer changed, and nothing of what others did', () => {
    const merged = mergeDraft(
      { cases_received: '7', cases_handled: '2' },
      { base: { cases_received: '3', cases_handled: '2' }, typed: { cases_received: '3', cases_handled: '5' } }
    );
    expect(merged.fields).toEqual({ cases_received: '7', cases_handled: '5' });
    expect(merged.changes).toEqual([{ field: 'cases_handled', value: '5', before: '2', isUnseen: false }]);
    expect(merged.isUnseen).toBe(true);
  });

  it('keeps the later of two values in one field, and tells that the other was not seen', () => {
    const merged = mergeDraft(
      { cases_received: '7' },
      { base: { cases_received: '' }, typed: { cases_received: '3' } }
    );
    expect(merged.fields).toEqual({ cases_received: '3' });
    expect(merged.changes).toEqual([{ field: 'cases_received', value: '3', before: '7', isUnseen: true }]);
  });

  it('empties a field that its writer emptied', () => {
    const merged = mergeDraft({ contact: 'a' }, { base: { contact: 'a' }, typed: {} });
    expect(merged).toMatchObject({ fields: {}, changes: [{ field: 'contact', value: '' }], isUnseen: false });
  });

  it('leaves a field alone that it does not show, as a reason that was asked for elsewhere', () => {
    const merged = mergeDraft({ 'reason.none_handled': 'Ja' }, { base: { cases_received: '' }, typed: {} });
    expect(merged).toEqual({ fields: { 'reason.none_handled': 'Ja' }, changes: [], isUnseen: false });
  });

  it('that says the same as another has missed nothing, and is told of as a change of its own', () => {
    const merged = mergeDraft(
      { cases_received: '7' },
      { base: { cases_received: '3' }, typed: { cases_received: '7' } }
    );
    expect(merged).toMatchObject({ changes: [{ value: '7', isUnseen: false }], isUnseen: false });
  });

  it('has its own name under it, whoever else has written theirs', () => {
    const merged = mergeDraft({ name: 'Kari' }, { base: { name: '' }, typed: { name: 'Ola' } });
    expect(merged).toMatchObject({ fields: { name: 'Ola' }, isUnseen: false });
    expect(mergeDraft({ name: 'Kari' }, { base: { name: '' }, typed: {} }).isUnseen).toBe(false);
  });
});
