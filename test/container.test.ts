import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { VARIABLES } from '../src/config.js';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
  files.split(' '),
);

describe('the image', () => {
  it('copies what there is, and nothing that .dockerignore keeps out', () => {
    const kept = [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(([, name = '']) => name);
    expect(copied.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(copied.filter((file) => !kept.some((name) => file === name || file.startsWith(`${name}/`)))).toEqual([]);
  });

  it('runs npm scripts without the compiler, which it lacks', () => {
    const built = Object.entries(scripts).filter(([, script]) => /\bdist\//.test(script));
    expect(built.length).toBeGreaterThan(5);
    const build = 'node .ci/build.mjs';
    const bare = built.filter(
      ([name, script]) => scripts[`pre${name}`] !== build && !script.startsWith(`${build} && `),
    );
    expect(bare).toEqual([]);
    expect(copied).toContain('.ci/build.mjs');
  });

  it('has nothing to build, since no sources are there', () => {
    expect(build({})).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});

describe('a checkout', () => {
  it('without packages says what to type', () => {
    const { status, stderr } = build({ 'tsconfig.json': '{}' });
    expect(stderr).toBe('The packages for development are not installed. Run "npm install".\n');
    expect(status).toBe(1);
  });
});

/** Builds in a folder that holds these files alone. */
function build(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'iastm-image-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return spawnSync(process.execPath, [join(ROOT, '.ci/build.mjs')], { cwd: folder, encoding: 'utf8' });
}

describe.each(['compose.yml', 'compose.socket.yml'])('%s', (file) => {
  const { services } = parse(read(file)) as { services: Record<string, Service> };
  const bot = services.bot as Service;

  it('hands every variable of .env to the bot, and sets no other than it reads', () => {
    expect(bot.env_file).toBe('.env');
    // PostgreSQL's driver reads its own: a password in an address would have to be encoded.
    const known = (name: string) => name in VARIABLES || /^PG(?:USER|PASSWORD)$/.test(name);
    expect(Object.keys(bot.environment).filter((name) => !known(name))).toEqual([]);
  });

  it('gives the bot no privileges, a read-only file system, and time to finish', () => {
    expect(bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      stop_grace_period: '15s',
    });
  });

  it('opens no port to other machines, and none of the database', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    expect(services.database?.ports).toBeUndefined();
  });
});

interface Service {
  env_file: string;
  environment: Record<string, string>;
  ports?: string[];
}

describe('the Kubernetes example', () => {
  const [, example = ''] = /```yaml\n(apiVersion: apps[\s\S]*?)```/.exec(read('docs/operations.md')) ?? [];
  const pod = (parse(example) as { spec: { template: { spec: Record<string, unknown> } } }).spec.template.spec;

  it('gives the pod no privileges and no token of the cluster', () => {
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [
        {
          securityContext: {
            readOnlyRootFilesystem: true,
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
          },
        },
      ],
    });
  });
});
