import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type KeepOfTexts, keptTextsIn } from '../../src/faq/kept.js';
import { trainFolder } from '../../src/faq/load.js';
import { plan } from '../../src/faq/plan.js';
import { type ProofInput, prove } from '../../src/faq/proof.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { KNOWLEDGE } from '../frozen.js';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'iastm-proof-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  // A part trains faster than the whole.
  for (const name of ['sources.yml', 'glossary.yml', 'hygiene.yml', 'safety.yml', 'precautions.yml'])
    cpSync(join(KNOWLEDGE, name), join(dir, name));
  return dir;
}

const adds = (entry: string, items: string[], file = 'safety.yml') =>
  ({ file, steps: [{ does: 'append', entry, field: 'questions', items }] }) as const;

async function proofOf(more: Partial<ProofInput>) {
  const dir = more.dir ?? folder();
  const proof = await prove({
    dir,
    changes: [],
    asked: [],
    wanted: { entry: '', wordings: [] },
    today: '2026-11-26',
    ...more,
  });
  if (proof.refused !== undefined) throw new Error(JSON.stringify(proof.refused));
  return { ...proof, dir };
}

describe('a proof', () => {
  it('tells what is gained, lost and changed, and what is decided of the wordings', async () => {
    const taken = 'how do I clean the tools';
    const proof = await proofOf({
      changes: [adds('bruising', ['zebra crossing marks', taken])],
      asked: ['are zebra crossing marks normal', 'do I have to wash my hands'],
      wanted: { entry: 'bruising', wordings: ['zebra crossing marks'] },
    });
    expect(proof.wordings).toEqual([
      { text: 'zebra crossing marks', after: { decision: 'answer', entry: 'bruising' } },
    ]);
    const told = (what: string) => proof.shifts.filter((shift) => shift.what === what);
    expect(told('gained').map(({ text }) => text)).toContain('are zebra crossing marks normal');
    expect(proof.shifts.some(({ text }) => text === 'do I have to wash my hands')).toBe(false);
    expect(proof.findings.map(({ code }) => code)).toContain('K301');
    expect(proof.replayed).toBeGreaterThan(500);
  });

  it('learns nothing twice: what is in service is kept, and what was proved is found when it is published', async () => {
    const dir = folder();
    const models = join(dir, '..', `${basename(dir)}-models`);
    onTestFinished(() => rmSync(models, { recursive: true, force: true }));
    const keep = keptTextsIn(models);
    const made: string[] = [];
    const counted: KeepOfTexts = (texts, make) =>
      keep(texts, () => {
        made.push([...texts.values()].some((text) => text.includes('quagga')) ? 'after' : 'before');
        return make();
      });
    await trainFolder(dir, counted);
    const input = { dir, asked: [], wanted: { entry: 'bruising', wordings: ['quagga'] }, today: '2026-11-26' };
    const proof = await prove({ ...input, changes: [adds('bruising', ['quagga'])] }, counted);
    expect(made).toEqual(['before', 'after']);
    const path = join(dir, 'safety.yml');
    const edited = await plan({ dir, changes: [adds('bruising', ['quagga'])] });
    if (edited.refused !== undefined || proof.refused !== undefined) throw new Error('refused');
    writeFileSync(path, edited.files[0]?.after ?? '');
    // Other files beside are no knowledge.
    writeFileSync(join(dir, 'README.md'), 'For leads.');
    const { model, version } = await trainFolder(dir, counted);
    expect([made.length, version]).toEqual([2, proof.version]);
    expect(model).toEqual((await trainFolder(dir)).model);
  });

  it('finds that a warning is not shown any more', async () => {
    const was = (await loadKnowledge(KNOWLEDGE)).knowledge?.entries.get('contraindications-devices')?.watchFor ?? null;
    const { dir, ...proof } = await proofOf({
      changes: [
        {
          file: 'precautions.yml',
          steps: [{ does: 'set', entry: 'contraindications-devices', field: 'watch_for', was, to: ['something else'] }],
        },
      ],
      asked: ['my neighbour has an ICD, how do I clean the tools'],
    });
    expect(proof.shifts.map(({ what, text }) => [what, text])).toContainEqual([
      'lost',
      'my neighbour has an ICD, how do I clean the tools',
    ]);
    expect(dir).not.toBe('');
  });

  it('is of the version that will be in service, and leaves nothing behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('iastm-proof-') && !name.includes('test'));
    const { dir, version } = await proofOf({ changes: [adds('bruising', ['zebra'])] });
    const text = (await loadKnowledge(dir)).texts.get('safety.yml') ?? '';
    const first = /questions:\n( +)- .*/.exec(text.slice(text.indexOf('\n  bruising:')))?.[1];
    expect(first).toBe('      ');
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('iastm-proof-') && !name.includes('test'))).toEqual(
      before,
    );
    expect(version).not.toBe((await loadKnowledge(dir)).version);
  });

  it('of a fault that forbids serving says so, and replays nothing', async () => {
    const proof = await proofOf({
      changes: [
        { file: 'safety.yml', steps: [{ does: 'set', entry: 'bruising', field: 'sources', was: null, to: null }] },
      ],
    }).catch((error: Error) => error.message);
    expect(proof).toContain('changed');
    const { knowledge, replayed, findings } = await proofOf({
      changes: [
        {
          file: 'safety.yml',
          steps: [{ does: 'append', entry: 'bruising', field: 'sources', items: ['nobody-1900'] }],
        },
      ],
    });
    expect([knowledge, replayed, findings.map(({ code }) => code)]).toEqual([null, 0, ['K203']]);
  });

  it('of a folder that is not served as it is can still be had', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'broken.yml'), 'entries: [');
    const { knowledge, findings } = await proofOf({ dir, changes: [adds('bruising', ['zebra'])] });
    expect(knowledge).toBeNull();
    // What forbids serving it is told, though the edit has no part in it.
    expect(findings.filter(({ stood }) => stood).map(({ place }) => place.file)).toEqual(['broken.yml']);
  });
});
