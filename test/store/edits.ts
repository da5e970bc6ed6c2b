import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../src/knowledge/day.js';
import type { Edit, Store } from '../../src/store/store.js';
import type { Place } from './contract.js';
import { handClock, later, NOON } from './samples.js';

function anEdit(id: string, rest: Partial<Edit> = {}): Edit {
  return {
    id,
    person: 'lead-1',
    publisher: '',
    state: 'published',
    what: 'wordings',
    entry: 'bruising',
    title: 'Are bruises normal?',
    why: 'asked twice',
    form: '{"entry":["bruising"]}',
    change: '[]',
    changed: '[]',
    proof: '2 gaps answered · 0 lost · 0 changed',
    proved: 'v1',
    folder: '',
    commit: 'c0ffee',
    link: null,
    at: NOON,
    ...rest,
  };
}

/** What every store keeps to about edits of leads. */
export function editsContract(name: string, newPlace: () => Promise<Place>): void {
  describe(`edits in the ${name} store`, () => {
    let place: Place;
    let store: Store;
    const clock = handClock();

    beforeEach(async () => {
      place = await newPlace();
      store = await place.open({ clock });
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    it('gives an edit back as it was kept last', async () => {
      await store.keepEdit(anEdit('1', { state: 'proposed', commit: null }));
      const edit = anEdit('1', { why: 'NUL \0 and half \ud800', publisher: 'lead-2' });
      await store.keepEdit(edit);
      expect(await store.editOf('1')).toEqual({ ...edit, why: 'NUL  and half \ufffd' });
      expect(await store.editOf('2')).toBeNull();
    });

    it('lets exactly one of many presses bring it on', async () => {
      await store.keepEdit(anEdit('1', { state: 'waiting' }));
      const other = await place.open({ clock });
      const moves = [store, other, store, other].map((each) =>
        each.moveEdit('1', ['proposed', 'waiting'], 'publishing'),
      );
      expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
      expect((await store.editOf('1'))?.state).toBe('publishing');
      expect(await store.moveEdit('none', ['waiting'], 'publishing')).toBe(false);
      await other.close();
    });

    it('keeps a proof while an edit waits, and never brings back one that was published or forgotten meanwhile', async () => {
      for (const state of ['proposed', 'waiting'] as const) {
        await store.keepEdit(anEdit('1', { state }));
        expect(await store.keepProof('1', { proof: 'fine', proved: 'v2', form: '{}' })).toBe(true);
        expect(await store.editOf('1')).toEqual(anEdit('1', { state, proof: 'fine', proved: 'v2', form: '{}' }));
      }
      await store.moveEdit('1', ['waiting'], 'publishing');
      expect(await store.keepProof('1', { proof: '', proved: '', form: '{}' })).toBe(false);
      await store.forget('lead-1');
      const done = { publisher: 'lead-2', changed: '["NUL"]', commit: 'beef', at: later(9) };
      await store.keepPublished('1', done);
      expect(await store.editOf('1')).toEqual(
        anEdit('1', { ...done, state: 'published', person: '', why: '', proof: 'fine', proved: 'v2', form: '{}' }),
      );
      expect(await store.keepProof('1', { proof: '', proved: '', form: '{}' })).toBe(false);
      await store.keepPublished('1', { ...done, commit: 'again' });
      expect((await store.editOf('1'))?.commit).toBe('beef');
      await store.keepEdit(anEdit('2', { state: 'proposed' }));
      await store.forget('lead-1');
      expect(await store.keepProof('2', { proof: 'fine', proved: 'v2', form: '{}' })).toBe(false);
      await store.keepPublished('2', done);
      expect(await store.editOf('2')).toBeNull();
    });

    it('begins an edit once in one folder, and brings it back or to its end', async () => {
      const begun = { publisher: 'lead-2', changed: '[1]', folder: 'here', at: later(5) };
      await store.keepEdit(anEdit('1', { state: 'waiting' }));
      expect(await store.beginEdit('1', { ...begun, folder: 'there' })).toBe(true);
      expect(await store.beginEdit('1', begun)).toBe(false);
      expect(await store.beginEdit('1', { ...begun, folder: 'there', changed: '[2]' })).toBe(true);
      expect(await store.begunEdits()).toEqual([
        anEdit('1', { ...begun, state: 'publishing', folder: 'there', changed: '[2]' }),
      ]);
      await store.releaseEdit('1', 'waiting');
      expect(await store.editOf('1')).toEqual(anEdit('1', { state: 'waiting', at: later(5) }));
      expect(await store.begunEdits()).toEqual([]);
      await store.releaseEdit('1', 'proposed');
      expect((await store.editOf('1'))?.state).toBe('waiting');
      await store.keepEdit(anEdit('1'));
      expect(await store.beginEdit('1', begun)).toBe(false);
      expect(await store.beginEdit('none', begun)).toBe(false);
    });

    it('keeps nothing that was not published of a lead who was forgotten while it was', async () => {
      await store.keepEdit(anEdit('1', { state: 'proposed' }));
      await store.beginEdit('1', { publisher: 'lead-1', changed: '[1]', folder: 'here', at: later(5) });
      await store.forget('lead-1');
      expect(await store.editOf('1')).toMatchObject({ person: '', publisher: '', state: 'publishing' });
      await store.releaseEdit('1', 'proposed');
      expect(await store.editOf('1')).toBeNull();
    });

    it('lists the last that were published or asked for, undone ones too, the latest first', async () => {
      const states = ['requested', 'proposed', 'undone', 'waiting', 'published'] as const;
      for (const [at, state] of states.entries()) await store.keepEdit(anEdit(`${at}`, { state, at: later(at) }));
      expect((await store.lastEdits(2)).map(({ id }) => id)).toEqual(['4', '2']);
      expect((await store.lastEdits(9)).map(({ id }) => id)).toEqual(['4', '2', '0']);
    });

    it('keeps the pull request of an edit that was proposed, and of no other', async () => {
      const done = { publisher: 'lead-2', link: 'https://github.com/clinic/faq/pull/12', at: later(9) };
      for (const state of ['proposed', 'waiting'] as const) {
        await store.keepEdit(anEdit('1', { state }));
        await store.keepRequested('1', done);
        expect(await store.editOf('1')).toEqual(anEdit('1', { ...done, state: 'requested' }));
      }
      await store.keepRequested('1', { ...done, link: 'another' });
      expect((await store.editOf('1'))?.link).toBe(done.link);
      expect(await store.keepProof('1', { proof: '', proved: '', form: '{}' })).toBe(false);
      await store.keepEdit(anEdit('2'));
      await store.keepRequested('2', done);
      await store.keepRequested('none', done);
      expect(await store.editOf('2')).toEqual(anEdit('2'));
      await store.forget('lead-1');
      expect(await store.editOf('1')).toEqual(anEdit('1', { ...done, state: 'requested', person: '', why: '' }));
    });

    it('forgets the lead, and what the lead has not published; the clinic’s own record stays', async () => {
      await store.keepEdit(anEdit('published'));
      await store.keepEdit(anEdit('proposed', { state: 'proposed' }));
      await store.keepEdit(anEdit('of another', { person: 'lead-2', publisher: 'lead-1' }));
      expect(await store.forget('lead-1')).toBe(2);
      expect(await store.editOf('published')).toEqual(anEdit('published', { person: '', why: '' }));
      expect(await store.editOf('proposed')).toBeNull();
      expect(await store.editOf('of another')).toEqual(anEdit('of another', { person: 'lead-2' }));
      expect(JSON.stringify(await place.rows('select * from edits'))).not.toContain('lead-1');
    });

    it('lets them go with everything else that is old', async () => {
      await store.keepEdit(anEdit('old', { at: later(-91 * DAY) }));
      await store.keepEdit(anEdit('new'));
      await store.expire(later(-90 * DAY));
      expect(await store.editOf('old')).toBeNull();
      expect(await store.editOf('new')).not.toBeNull();
    });
  });
}
