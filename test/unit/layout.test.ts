/** Why this exists: who may import whom (docs/architecture.md), and who may see a secret, are held by a machine. */

import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every file of src by its path from there. */
const FILES: ReadonlyMap<string, string> = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => [name, readFileSync(`${SRC}${name}`, 'utf8')]),
);

interface Import {
  readonly from: string;
  /** A file of src by its path, or a package's or Node's module by its name. */
  readonly target: string;
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
  /** Loaded only when it is needed. */
  readonly late: boolean;
}

/** Source without comments. Texts that hold `//`, such as addresses, stay. */
function code(source: string): string {
  return source.replace(/^\s*\/\*\*?[\s\S]*?\*\//gm, '').replace(/(^|\s)\/\/ .*$/gm, '');
}

const STATEMENT = /^(?:import|export)\b(\s+type\b)?[^'";]*?\bfrom\s+'([^']+)'/gm;
const BARE = /^import\s+'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

const IMPORTS: readonly Import[] = [...FILES].flatMap(([from, source]) => {
  const text = code(source);
  const resolve = (name: string): string =>
    name.startsWith('.') ? posix.join(posix.dirname(from), name) : name;
  return [
    ...[...text.matchAll(STATEMENT)].map(([, type, name = '']) => ({
      from,
      target: resolve(name),
      typeOnly: !!type,
      late: false,
    })),
    ...[...text.matchAll(BARE)].map(([, name = '']) => ({
      from,
      target: resolve(name),
      typeOnly: false,
      late: false,
    })),
    ...[...text.matchAll(DYNAMIC)].map(([, name = '']) => ({
      from,
      target: resolve(name),
      typeOnly: false,
      late: true,
    })),
  ];
});

function told(imports: readonly Import[]): readonly string[] {
  return imports.map(
    ({ from, target, typeOnly }) => `${from} imports ${typeOnly ? 'types of ' : ''}${target}`,
  );
}

function isPackage(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}

/** The files that a pattern list allows: `vault/` stands for all files of a folder. */
function among(target: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => (one.endsWith('/') ? target.startsWith(one) : target === one));
}

describe('this test reads all imports', () => {
  it('of every file that has any, and each leads to a file or to a package', () => {
    for (const [name, source] of FILES) {
      const written = code(source).match(/^import\b|\bimport\(|^export [^;=(]*? from\b/gm)?.length ?? 0;
      const read = IMPORTS.filter(({ from }) => from === name).length;
      expect(read, `Write the imports of ${name} in a form that this test can read ('…', one from).`).toBe(
        written,
      );
    }
    const lost = IMPORTS.filter(({ target }) => target.endsWith('.ts') && !FILES.has(target));
    expect(told(lost), 'These imports lead nowhere.').toEqual([]);
    expect(IMPORTS.length).toBeGreaterThan(100);
  });
});

describe('packages', () => {
  /** A package, the files that may import it, and what to do instead. */
  const HOMES: readonly (readonly [name: string, homes: readonly string[], instead: string])[] = [
    ['@actions/core', ['github/ci.ts'], 'Go through the Ci port (job/ci.ts), which github/ci.ts implements.'],
    [
      '@actions/http-client',
      ['vault/attempt.ts', 'vault/proxy.ts'],
      'Send requests through vault/transport.ts.',
    ],
    ['hpagent', ['vault/connections.ts'], 'Take connections from vault/connections.ts.'],
    [
      'jsonata',
      ['secrets/expression.ts'],
      'Evaluate expressions by secrets/expression.ts, whose errors hold no value.',
    ],
    [
      'lossless-json',
      ['vault/json.ts', 'secrets/expression.ts'],
      'Use parseJson and jsonText of vault/json.ts.',
    ],
    [
      'zod',
      [
        'config/fields.ts',
        'vault/approle.ts',
        'vault/condition.ts',
        'vault/lookup.ts',
        'vault/mint.ts',
        'vault/mounts.ts',
        'vault/pki.ts',
        'vault/roles.ts',
        'vault/schema.ts',
        'vault/secret-ids.ts',
        'vault/wrapping.ts',
      ],
      'Only inputs and answers of a server are decoded; pass decoded values on. A new decoder in vault/ is added to this list.',
    ],
  ];

  it.each(HOMES)('%s is imported only where it belongs', (name, homes, instead) => {
    const users = IMPORTS.filter(({ target }) => isPackage(target, name));
    expect(told(users.filter(({ from }) => !among(from, homes))), instead).toEqual([]);
    const idle = homes.filter((home) => !users.some(({ from }) => among(from, [home])));
    expect(idle, `These no longer import ${name}: take them off the list in this test.`).toEqual([]);
  });

  it('there are no others', () => {
    const known = HOMES.map(([name]) => name);
    const others = IMPORTS.filter(
      ({ target }) =>
        !FILES.has(target) && !target.startsWith('node:') && !known.some((name) => isPackage(target, name)),
    );
    expect(
      told(others),
      'Every dependency is one more to trust: name it in this test, with its one home.',
    ).toEqual([]);
  });

  it('jsonata is loaded only when an entry needs it', () => {
    const early = IMPORTS.filter(({ target, late }) => isPackage(target, 'jsonata') && !late);
    expect(told(early), "Write import('jsonata') where it is used: most jobs do without.").toEqual([]);
  });

  it('modules of Node are named with node:', () => {
    const bare = IMPORTS.filter(({ target }) => builtinModules.includes(target));
    expect(told(bare), "Write 'node:…'.").toEqual([]);
  });
});

describe('rooms', () => {
  /** What each room of src may import from the others; `types` only as `import type`. */
  const ROOMS: Readonly<
    Record<
      string,
      { readonly values: readonly string[]; readonly types: readonly string[]; readonly why: string }
    >
  > = {
    vault: {
      values: ['vault/', 'secret.ts'],
      types: [],
      why: 'The protocol knows nothing of CI, inputs or names: pass what it needs as a parameter.',
    },
    secrets: {
      values: ['secrets/', 'secret.ts', 'vault/json.ts', 'vault/paths.ts'],
      types: ['vault/'],
      why: 'What the user asked for knows nothing of HTTP: of vault/ import types, with `import type`, besides its JSON and its paths.',
    },
    config: {
      values: [
        'config/',
        'secret.ts',
        'secrets/certificates.ts',
        'secrets/grammar.ts',
        'vault/errors.ts',
        'vault/paths.ts',
        'vault/tls.ts',
      ],
      types: ['secrets/encodings.ts', 'secrets/lexer.ts', 'vault/server.ts'],
      why: 'A configuration is made before any request: it may parse, check and report, and nothing else.',
    },
    job: {
      values: ['job/', 'config/', 'secret.ts', 'secrets/', 'vault/'],
      types: [],
      why: 'The flow does not know where it runs: a platform is handed in as the Ci port.',
    },
    '': {
      values: [],
      types: [],
      why: 'What every room may use imports from none.',
    },
    platform: {
      values: ['vault/errors.ts'],
      types: ['job/ci.ts'],
      why: 'What platforms have in common: files, messages, surroundings. A job is run by each of them itself.',
    },
    cli: {
      values: [
        'cli/',
        'config/',
        'job/',
        'platform/',
        'printable.ts',
        'secret.ts',
        'secrets/forms.ts',
        'secrets/grammar.ts',
        'secrets/parts.ts',
        'secrets/plan.ts',
        'secrets/policy.ts',
        'vault/',
      ],
      types: ['secrets/names.ts'],
      why: 'Values are handed over named and masked: only the commands for operators look at what the user asked for.',
    },
    github: {
      values: ['job/', 'github/', 'platform/', 'config/', 'printable.ts', 'vault/'],
      types: [],
      why: 'A platform hands over values that are named and masked already: what the user asked for is known to the flow.',
    },
  };

  /** The room of a file; files directly in src are in the room ''. */
  function roomOf(name: string): string {
    return name.includes('/') ? (name.split('/', 1)[0] ?? '') : '';
  }

  function allows(allowed: readonly string[], target: string): boolean {
    return allowed.some((one) => (one === '' ? roomOf(target) === '' : among(target, [one])));
  }

  it('are all known', () => {
    const unknown = [...FILES.keys()].filter((name) => !(roomOf(name) in ROOMS));
    expect(unknown, 'A new room: say in this test and in docs/architecture.md what it may import.').toEqual(
      [],
    );
  });

  it.each(Object.entries(ROOMS))('%s/ imports only what it may', (room, { values, types, why }) => {
    const wrong = IMPORTS.filter(
      ({ from, target, typeOnly }) =>
        roomOf(from) === room &&
        FILES.has(target) &&
        !allows(values, target) &&
        !(typeOnly && allows(types, target)),
    );
    expect(told(wrong), why).toEqual([]);
  });

  it.each(Object.entries(ROOMS))('%s/ imports all that it is allowed to', (room, { values, types }) => {
    const imported = IMPORTS.filter(({ from }) => roomOf(from) === room);
    const idle = [...values, ...types].filter(
      (one) => !imported.some(({ target }) => FILES.has(target) && allows([one], target)),
    );
    expect(idle, 'Nobody there imports these any more: take them off the list in this test.').toEqual([]);
  });

  it('vault/ knows nothing of what the user wrote, not even its types', () => {
    const wrong = IMPORTS.filter(
      ({ from, target }) =>
        roomOf(from) === 'vault' && ['secrets', 'config', 'github'].includes(roomOf(target)),
    );
    expect(told(wrong), 'Pass what the protocol needs as a parameter.').toEqual([]);
  });

  it('nobody imports an entry', () => {
    const entries = ['cli/main.ts', 'github/main.ts', 'github/post.ts'];
    const wrong = IMPORTS.filter(({ target }) => entries.includes(target));
    expect(told(wrong), 'An entry only wires: move what is shared to a file of its own.').toEqual([]);
  });
});

describe('post', () => {
  /** Everything that is loaded when an entry is: files and packages. */
  function loadedBy(entry: string): ReadonlySet<string> {
    const loaded = new Set([entry]);
    for (const one of loaded) {
      for (const { from, target, typeOnly } of IMPORTS) if (from === one && !typeOnly) loaded.add(target);
    }
    return loaded;
  }

  it('loads neither zod nor JSONata nor the grammar nor anything that reads inputs or secrets', () => {
    const loaded = [...loadedBy('github/post.ts')];
    expect(loaded).toContain('vault/transport.ts');
    const heavy = loaded.filter(
      (one) =>
        isPackage(one, 'zod') ||
        isPackage(one, 'jsonata') ||
        among(one, [
          'config/',
          'secrets/',
          'job/job.ts',
          'job/fetch.ts',
          'job/values.ts',
          'job/folders.ts',
          'job/publish.ts',
        ]),
    );
    expect(
      heavy,
      'Clean-up has to start fast and takes everything from its state: import types only (`import type { … }`, not `import { type … }`), or move what is shared.',
    ).toEqual([]);
  });

  it('is seen by this test to load what main loads for its job', () => {
    expect([...loadedBy('github/main.ts')]).toEqual(
      expect.arrayContaining(['zod/mini', 'jsonata', 'secrets/grammar.ts', 'job/job.ts', 'job/values.ts']),
    );
  });
});

describe('the process', () => {
  it('is touched only in github/ and cli/', () => {
    const users = [...FILES].filter(([, source]) =>
      /\bprocess\b\s*[.[]|'(node:)?process'/.test(code(source)),
    );
    const wrong = users.map(([name]) => name).filter((name) => !among(name, ['cli/', 'github/']));
    expect(wrong, 'The core does not know where it runs: take what it needs as a parameter.').toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('is read and ended by the command line in its entry alone, but for its umask, its user, its end and what it loads late', () => {
    const users = [...FILES].flatMap(([name, source]) =>
      [...code(source).matchAll(/\bprocess\.(\w+)/g)].map(([, what]) => `${name} ${what}`),
    );
    const others = users.filter((one) => one.startsWith('cli/') && !one.startsWith('cli/main.ts'));
    expect([...new Set(others)]).toEqual([
      'cli/child.ts once',
      'cli/child.ts off',
      'cli/commands.ts getBuiltinModule',
      'cli/delivery.ts platform',
      'cli/exec.ts once',
      'cli/pipes.ts platform',
      'cli/private.ts umask',
      'cli/script.ts platform',
      'cli/state.ts getuid',
    ]);
  });

  it('starts others only where a command is run', () => {
    const starters = IMPORTS.filter(({ target }) => target === 'node:child_process').map(({ from }) => from);
    expect(starters).toEqual(['cli/child.ts', 'cli/pipes.ts', 'cli/witness.ts']);
  });

  it('is printed to only through the Ci port', () => {
    const wrong = [...FILES]
      .filter(([, source]) => /\bconsole\b\s*[.[]/.test(code(source)))
      .map(([name]) => name);
    expect(wrong, 'Say it through ci.info, ci.warn or ci.debug, which redact.').toEqual([]);
  });
});

/** The files that may see the text of a secret, and what for. */
const MAY_REVEAL: Readonly<Record<string, string>> = {
  'cli/child.ts': 'writes a SecretID into the standard input of a command',
  'cli/delivery.ts': 'writes a SecretID into a file',
  'cli/doctor/secret-id.ts': 'hides a token in its own messages',
  'cli/exec.ts': 'puts values into the environment of a command',
  'cli/formats.ts': 'writes values for other programs to read',
  'cli/redact/patterns.ts': 'makes of a value what the output is searched for',
  'cli/revoke.ts': 'hides the token in its own messages',
  'cli/state.ts': 'writes the token into the state',
  'cli/wrap.ts': 'prints a wrapping token, hides a SecretID in its own messages',
  'github/ci.ts': 'writes the token into the state',
  'platform/files.ts': 'writes values to files, and hands the others over for outputs and environment',
  'github/post.ts': 'hides the token in its own messages',
  'job/job.ts': 'tells an empty value from a short one',
  'job/revocation.ts': 'takes the token out of what the server said',
  'secrets/encodings.ts': 'decodes a value',
  'secrets/masks.ts': 'makes masks of a value',
  'secrets/select.ts': 'looks inside of a secret for nested fields and expressions',
  'secrets/sizes.ts': 'measures a value',
  'vault/connections.ts': 'connects through a proxy, with its credentials',
  'vault/handle.ts': 'packs the token for post',
  'vault/proxy.ts': "takes the password out of a proxy's address",
  'vault/request.ts': 'puts token, bodies and headers into a request',
  'vault/roles.ts': 'compares a RoleID with that of a role',
  'vault/tls.ts': 'hands the client key to Node',
};

describe('R5: reveal()', () => {
  it('is called only in the files that are listed here', () => {
    const callers = [...FILES].filter(([, source]) => /\.reveal\b/.test(code(source))).map(([name]) => name);
    const allowed = Object.keys(MAY_REVEAL);
    expect(
      callers.filter((name) => !allowed.includes(name)),
      'A secret stays a Secret until the byte is written. Pass it on as one; if the file really is where it is written, list it here with the reason.',
    ).toEqual([]);
    expect(
      allowed.filter((name) => !callers.includes(name)),
      'These no longer call reveal(): take them off the list.',
    ).toEqual([]);
  });

  it('has no other name', () => {
    const wrong = [...FILES]
      .filter(([, source]) => /\[\s*['"`]reveal|\{[^}]*\breveal\b[^}]*\}\s*=/.test(code(source)))
      .map(([name]) => name);
    expect(wrong, 'Call it as value.reveal(), so that this test can see it.').toEqual([]);
  });
});

describe('files', () => {
  const MOST_LINES = 200;

  it.each([...FILES.keys()])('%s is short, says why it exists, and has no default export', (name) => {
    const source = FILES.get(name) ?? '';
    const lines = source.trimEnd().split('\n').length;
    expect(lines, `Split it by subject: a file has ${MOST_LINES} lines at most.`).toBeLessThanOrEqual(
      MOST_LINES,
    );
    expect(source, 'Begin with one sentence that says why it exists.').toMatch(
      /^\/\*\*\s*(\* )?Why this exists: /,
    );
    expect(source, 'Export by name.').not.toMatch(/^export default\b/m);
  });
});
