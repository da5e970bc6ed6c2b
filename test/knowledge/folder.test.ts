import { describe, expect, it } from 'vitest';
import { sortFiles, standingOf } from '../../src/knowledge/folder.js';

describe('the name of a file', () => {
  it.each([
    ['safety.yml', 'read'],
    ['safety.yaml', 'read'],
    ['Safety.yml', 'read'],
    ['a_b.yml', 'read'],
    ['part 2.yml', 'read'],
    ['conflict-of-interest.yml', 'read'],
    ['safety (1).yml', 'read'],
    ['sources.yaml', 'read'],
    ['safety.YML', 'misnamed'],
    ['safety.Yaml', 'misnamed'],
    ['safety.yml.txt', 'misnamed'],
    ['safety.YAML.TXT', 'misnamed'],
    ['safety.ymal', 'misnamed'],
    ['safety.yml ', 'misnamed'],
    ['Glossary.yml', 'misnamed'],
    ['glossary (1).yml', 'misnamed'],
    ['Copy of sources.yaml', 'misnamed'],
    ['glossary.yml.yml', 'misnamed'],
    ['.safety.yml.icloud', 'misnamed'],
    ['safety.yaml.bak', 'aside'],
    ['safety.yml~', 'aside'],
    ['safety.yml_old', 'aside'],
    ['safety.yml (1)', 'aside'],
    ['.safety.yml.swp', 'aside'],
    ['~$safety.yml', 'aside'],
    ['._safety.yml', 'aside'],
    ['#safety.yml#', 'aside'],
    ['.#safety.yml', 'aside'],
    ['.safety.yml', 'aside'],
    ['clinic.yml.example', 'other'],
    ['README.md', 'other'],
    ['.DS_Store', 'other'],
    ['.gitignore', 'other'],
    ['..data', 'other'],
    ['family.txt', 'other'],
  ])('"%s" is %s', (name, standing) => {
    expect(standingOf(name)).toBe(standing);
  });
});

describe('the files of a folder', () => {
  const told = (names: string[]) => {
    const { read, problems } = sortFiles(names);
    return { read, told: problems.map(({ code, place }) => `${code} ${place.file}`) };
  };

  it.each([
    ['safety.yaml'],
    ['Safety.yml'],
    ['SAFETY.YML'],
    ['safety.YML'],
    ['safety.yml.txt'],
    ['safety (1).yml'],
    ['safety - Copy.yml'],
    ['safety - Copy (2).yml'],
    ['safety copy.yml'],
    ['safety copy 2.yml'],
    ['Copy of safety.yml'],
    ['Copy (2) of safety.yml'],
    ["safety (Anna's conflicted copy 2026-11-23).yml"],
    ['safety.sync-conflict-20261123-101500-ABC.yml'],
    ['safety.yml.yml'],
    ['.safety.yml.icloud'],
  ])('two for one name, such as safety.yml and "%s", are an error at the other', (other) => {
    expect(told([other, 'safety.yml'])).toEqual({ read: ['safety.yml'], told: [`K113 ${other}`] });
  });

  it.each(['sources', 'glossary', 'learning'])('a second %s is an error, whatever its form', (role) => {
    for (const other of [`${role}.yaml`, `${role} (1).yml`, `${role}.YML`, `Copy of ${role}.yml`]) {
      expect(told([`${role}.yml`, other])).toEqual({ read: [`${role}.yml`], told: [`K113 ${other}`] });
    }
  });

  it('of an accent in two encodings are of one name', () => {
    expect(told(['caf\u00e9.yml', 'cafe\u0301.yml']).told).toHaveLength(1);
  });

  it.each([
    ['safety.YML', 'safety.yml'],
    ['Glossary.yml', 'glossary.yml'],
    ['glossary (1).yaml', 'glossary.yml'],
    ['warning-signs.yml.txt', 'warning-signs.yml'],
  ])('one that is named "%s" is told the right name', (name, right) => {
    const { read, problems } = sortFiles([name]);
    expect(read).toEqual([]);
    expect(problems).toMatchObject([{ code: 'K114', severity: 'error', remedy: `Rename it to "${right}".` }]);
  });

  it('one that iCloud has taken off the machine is told with the way to get it back', () => {
    const [problem] = sortFiles(['.safety.yml.icloud']).problems;
    expect(problem).toMatchObject({ code: 'K114', remedy: expect.stringContaining('Download Now') });
  });

  it('a lonely copy of a topic is read under its own name; backups and editors’ files are warnings', () => {
    expect(told(['.safety.yml.swp', 'safety (1).yml', 'safety.yml~', 'README.md'])).toEqual({
      read: ['safety (1).yml'],
      told: ['K115 .safety.yml.swp', 'K115 safety.yml~'],
    });
  });
});
