/** Why this exists: the names of product.md §3, and which of them are refused before anything is published (rule R7). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { type Naming, nameAll, type Value } from '../../../src/secrets/names.ts';
import { select } from '../../../src/secrets/select.ts';
import type { SecretRead } from '../../../src/vault/kv.ts';

type Fields = Readonly<Record<string, string>>;

function readOf(fields: Fields): SecretRead {
  const secrets = Object.entries(fields).map(([name, value]) => [name, new Secret(value)] as const);
  return { fields: new Map(secrets), reveal: () => fields, leased: false, leaseDuration: 0 };
}

/** Values for a `secrets` text, when each path holds these fields; the secrets of two paths are two secrets. */
async function valuesFor(
  text: string,
  fields: Fields | ((path: string) => Fields),
): Promise<readonly Value[]> {
  const { entries, mistakes } = parseSecrets(text);
  expect(mistakes).toEqual([]);
  const values = entries.map(async (entry): Promise<readonly Value[]> => {
    const selection = await select(
      entry.selector,
      readOf(typeof fields === 'function' ? fields(entry.path) : fields),
    );
    if (selection.kind !== 'found') throw new Error(`nothing found: ${text}`);
    return selection.selected.map(([field, value]) => ({
      entry,
      own: '',
      field,
      value,
      binary: false,
      source: JSON.stringify([entry.path, entry.version, field]),
    }));
  });
  return (await Promise.all(values)).flat();
}

/** Their names. */
async function naming(
  text: string,
  fields: Fields | ((path: string) => Fields),
  exportEnv = true,
): Promise<Naming> {
  return nameAll(await valuesFor(text, fields), { exportEnv });
}

/** `env output`, with `-` for a name that is not set. */
function pairs({ named }: Naming): readonly string[] {
  return named.map(({ env, output }) => `${env ?? '-'} ${output ?? '-'}`);
}

describe('names made of a field', () => {
  it.each([
    ['password', 'PASSWORD password'],
    ['Password', 'PASSWORD Password'],
    ['my.key', 'MY__KEY my__key'],
    ['a..b', 'A____B a____b'],
    ['a-b', 'AB ab'],
    ['a b/c:d', 'ABCD abcd'],
    ['1st', '_1ST _1st'],
    ['-1st', '_1ST _1st'],
    ['.1', '__1 __1'],
    ['_x', '_X _x'],
    ['größe', 'GRÖSSE größe'],
    ['ключ', 'КЛЮЧ ключ'],
    ['鍵', '鍵 鍵'],
    ['key²', 'KEY² key²'],
    ['³x', '_³X _³x'],
    ['🔑key', 'KEY key'],
    ['"quoted"', 'QUOTED quoted'],
  ])('%s becomes %s', async (field, expected) => {
    const result = await naming(`a/b \`${field}\``, { [field]: 'canary-0001' });
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual([expected]);
  });

  it.each([
    ['a/b *', 'key', 'KEY key'],
    ['a/b *', 'my.Key-1', 'MY__KEY1 my__Key1'],
    ['a/b *', '1st', '_1ST _1st'],
    ['a/b **', 'my.Key', 'my__Key my__Key'],
    ['a/b **', '1st', '_1st _1st'],
    ['a/b * | my-app_', 'key', 'MYAPP_KEY myapp_key'],
    ['a/b ** | my-app_', 'key', 'myapp_key myapp_key'],
    ['a/b * | DB.', 'key', 'DB__KEY DB__key'],
    ['a/b * | PRE_', '1st', 'PRE_1ST PRE_1st'],
    ['a/b * | 1_', 'key', '_1_KEY _1_key'],
  ])('%s with the field %s gives %s', async (text, field, expected) => {
    const result = await naming(text, { [field]: 'canary-0001' });
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual([expected]);
  });

  it('always are names that a shell, a command file and an expression take', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom('*', '**'),
        async (field, selector) => {
          const { named, problems } = await naming(`a/b ${selector}`, { [field]: 'canary-0001' });
          for (const { env, output } of problems.length > 0 ? [] : named) {
            expect(output).toMatch(/^[\p{L}_][\p{L}\p{N}_]*$/u);
            expect(env ?? '_').toMatch(/^[\p{L}_][\p{L}\p{N}_]*$/u);
          }
        },
      ),
    );
  });
});

describe('names that the user gives', () => {
  it.each(['NAME', 'name', 'Name_1', '_', 'größe', 'v2'])('%s is taken verbatim, for both', async (name) => {
    const result = await naming(`a/b key | ${name}`, { key: 'canary-0001' });
    expect(result).toMatchObject({ problems: [], warnings: [] });
    expect(pairs(result)).toEqual([`${name} ${name}`]);
  });

  it('a name that fits only an output is set there, with a warning', async () => {
    const result = await naming('a/b key | my-key', { key: 'canary-0001' });
    expect(pairs(result)).toEqual(['- my-key']);
    expect(result.problems).toEqual([]);
    expect(result.warnings).toEqual(['my-key is no name for an environment variable, only for an output.']);
  });

  it('nothing is said of environment variables when none are wanted', async () => {
    const result = await naming('a/b key | my-key; a/b key', { key: 'canary-0001' }, false);
    expect(pairs(result)).toEqual(['- my-key', '- key']);
    expect(result).toMatchObject({ problems: [], warnings: [] });
  });

  it.each(['A=B', 'A B', '1A', '-A', 'A.B', 'A:B', 'A$B', 'A<<B', 'A%0AB', '{A}', 'A/B', '🔑'])(
    'R7: %s is refused, in words that tell what a name may be',
    async (name) => {
      const { problems } = await naming(`a/b key | "${name}"`, { key: 'canary-0001' });
      expect(problems).toEqual([
        `line 1: a/b key: "${name}" is no valid name: a letter or "_" first, then letters, digits, "_" and "-"`,
      ]);
    },
  );

  it('R7: a name with a line break is refused', async () => {
    const values = await valuesFor('a/b key | X', { key: 'canary-0001' });
    expect(values).toHaveLength(1);
    for (const name of ['X\nY', 'X\r\nY=Z', 'X\n', '\nX', 'X\u2028Y']) {
      const renamed = values.map((value) => ({ ...value, entry: { ...value.entry, name } }));
      expect(nameAll(renamed, { exportEnv: true }).problems, JSON.stringify(name)).toHaveLength(1);
    }
  });

  it('R7: a field name that would end a line or an assignment is made harmless', async () => {
    const result = await naming('a/b *', { 'A=B': 'canary-1', 'X\nPATH=Y': 'canary-2', 'Z<<E': 'canary-3' });
    expect(pairs(result)).toEqual(['AB AB', 'XPATHY XPATHY', 'ZE ZE']);
  });
});

describe('R7: reserved names', () => {
  it.each([
    ['a/b key | PATH', 'PATH'],
    ['a/b key | node_options', 'node_options'],
    ['a/b key | Ld_Preload', 'Ld_Preload'],
    ['a/b key | GITHUB_ENV', 'GITHUB_ENV'],
    ['a/b key | VAULT_ADDR', 'VAULT_ADDR'],
    ['a/b Path', 'PATH'],
    ['a/b *', 'PATH'],
    ['a/b **', 'Path'],
    ['a/b * | LD_', 'LD_PATH'],
  ])('%s may not set %s', async (text, env) => {
    const { problems } = await naming(text, { key: 'canary-0001', Path: 'canary-0002' });
    expect(problems).toContainEqual(
      expect.stringMatching(
        `: the environment variable ${env} is reserved, because it would change how later steps run$`,
      ),
    );
  });

  it('a prefix makes another name of a reserved one', async () => {
    expect((await naming('a/b * | MY_', { Path: 'canary-0001' })).problems).toEqual([]);
  });

  it('a reserved name may be an output, where no environment variables are wanted', async () => {
    const result = await naming('a/b key | PATH', { key: 'canary-0001' }, false);
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual(['- PATH']);
  });

  it('the problem names line, path and field, and no value', async () => {
    const { problems } = await naming('\na/b node_options', { node_options: 'canary-0001' });
    expect(problems).toEqual([
      'line 2: a/b node_options: the environment variable NODE_OPTIONS is reserved, because it would change how later steps run',
    ]);
  });
});

describe('a field without any usable letter', () => {
  it.each(['---', '🔑', ' ', '%'])('%j needs a name', async (field) => {
    const { problems } = await naming(`a/b "${field}"`, { [field]: 'canary-0001' });
    expect(problems).toEqual([
      `line 1: a/b ${field}: no letter of the field's name can be in a name; give one after "|"`,
    ]);
  });
});

describe('two values for one name', () => {
  const both = { key: 'canary-0001', KEY: 'canary-0002', 'my.key': 'canary-0003', my__key: 'canary-0004' };

  it('one output name for two secrets is told with both places', async () => {
    expect((await naming('a/b key | x\nc/d key | x', both)).problems).toEqual([
      'the output x would get two values: a/b key (line 1) and c/d key (line 2)',
    ]);
  });

  it('is told as the user wrote the name', async () => {
    expect((await naming('a/b key | API_Key\nc/d key | API_Key', both)).problems).toEqual([
      'the output API_Key would get two values: a/b key (line 1) and c/d key (line 2)',
    ]);
  });

  it('one output name for two fields of a secret', async () => {
    expect((await naming('a/b my.key; a/b my__key', both)).problems).toEqual([
      'the output my__key would get two values: a/b my.key (line 1) and a/b my__key (line 1)',
    ]);
  });

  it('one output name for two versions of a secret', async () => {
    expect((await naming('a/b?version=1 key | X; a/b?version=2 key | X', both)).problems).toHaveLength(1);
  });

  it.each(['a/b key\na/b KEY', 'a/b key | x-y\na/b KEY | X-Y', 'a/b key | größe\na/b KEY | GRÖßE'])(
    'one output name in two spellings, because expressions ask for outputs in any case of letters: %j',
    async (text) => {
      for (const exportEnv of [true, false]) {
        expect((await naming(text, both, exportEnv)).problems).toEqual([
          expect.stringMatching(
            /^the output \S+ would get two values: a\/b key \(line 1\) and a\/b KEY \(line 2\)$/,
          ),
        ]);
      }
    },
  );

  it('one environment variable for two outputs', async () => {
    const fields = { größe: 'canary-0001', grösse: 'canary-0002' };
    expect((await naming('a/b größe\na/b grösse', fields)).problems).toEqual([
      'the environment variable GRÖSSE would get two values: a/b größe (line 1) and a/b grösse (line 2)',
    ]);
  });

  it('two outputs whose environment variables are not set do not clash', async () => {
    const fields = { größe: 'canary-0001', grösse: 'canary-0002' };
    expect((await naming('a/b größe\na/b grösse', fields, false)).problems).toEqual([]);
  });

  it('an environment variable and an output that are set each by another entry do not clash', async () => {
    const result = await naming('a/b key | X env\nc/d key | X output', both);
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual(['X -', '- X']);
  });

  it('one environment variable for two entries that set nothing else', async () => {
    expect((await naming('a/b key | X env\nc/d key | X env', both)).problems).toEqual([
      'the environment variable X would get two values: a/b key (line 1) and c/d key (line 2)',
    ]);
  });

  it('R18: one file name for two values, in any case of letters, for not every disk tells them apart', async () => {
    for (const [one, other] of [
      ['x.pem', 'x.pem'],
      ['x.pem', 'X.PEM'],
    ]) {
      expect((await naming(`a/b key | A file=${one}\nc/d key | B file=${other}`, both)).problems).toEqual([
        expect.stringMatching(
          /^the file x\.pem would get two values: a\/b key \(line 1\) and c\/d key \(line 2\)$/i,
        ),
      ]);
    }
  });

  it('a file is called like its output, and is told apart from one of that name', async () => {
    expect((await naming('a/b key | A file\nc/d key | B file=a', both)).problems).toEqual([
      expect.stringMatching(/^the file a would get two values: /i),
    ]);
  });

  it('a value and the path of a file are two values, also where both come from one field', async () => {
    expect((await naming('a/b key | x\na/b key | x file', both)).problems).toEqual([
      'the output x would get two values: a/b key (line 1) and a/b key (line 2)',
    ]);
  });

  it('fields of a wildcard clash with each other and with other entries', async () => {
    expect((await naming('a/b *', both)).problems).not.toEqual([]);
    expect(
      (await naming('a/b *; c/d key | extra', (path) => (path === 'a/b' ? { extra: '1' } : both))).problems,
    ).toEqual(['the output extra would get two values: a/b extra (line 1) and c/d key (line 1)']);
  });

  it('the same text in two secrets is two values all the same', async () => {
    expect((await naming('a/b key | X; c/d key | X', { key: 'canary-same' })).problems).toHaveLength(1);
  });

  it('one name is told once, however many values it would get', async () => {
    expect((await naming('a/b x | N; c/d x | N; e/f x | N', { x: 'canary-0001' })).problems).toHaveLength(1);
    const spellings = await naming('a/b x | N; c/d x | n; e/f x | N', { x: 'canary-0001' });
    expect(spellings.problems).toHaveLength(1);
  });
});

describe('the same field of the same secret twice', () => {
  it.each([
    'a/b key; a/b key',
    'a/b key | X; a/b key | X',
    'a/b *; a/b key',
    'a/b key; a/b *',
    '/a/b key; a/b/ key',
  ])('%s is no clash, and is published once', async (text) => {
    const result = await naming(text, { key: 'canary-0001' });
    expect(result.problems).toEqual([]);
    expect(result.named).toHaveLength(1);
    expect(result.named[0]?.value.reveal()).toBe('canary-0001');
  });

  it('is published under each of its names', async () => {
    expect(pairs(await naming('a/b key | X; a/b key | Y; a/b key', { key: 'canary-0001' }))).toEqual([
      'X X',
      'Y Y',
      'KEY key',
    ]);
  });

  it('is no clash when its path is written in two ways that lead to one read', async () => {
    const values = await valuesFor('secret/ci/app key | X; secret/data/ci/app key | X', {
      key: 'canary-0001',
    });
    const sameSource = values.map((value) => ({ ...value, source: 'secret/data/ci/app key' }));
    const result = nameAll(sameSource, { exportEnv: true });
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual(['X X']);
  });
});

describe('modifiers', () => {
  it.each([
    ['a/b key | X', true, 'X X'],
    ['a/b key | X', false, '- X'],
    ['a/b key | X env', true, 'X -'],
    ['a/b key | X env', false, 'X -'],
    ['a/b key | X output', true, '- X'],
    ['a/b key | X output', false, '- X'],
    ['a/b * | P_ env', false, 'P_KEY -'],
    ['a/b * | P_ output', true, '- P_key'],
  ])('%s with exportEnv %s gives %s', async (text, exportEnv, expected) => {
    const result = await naming(text, { key: 'canary-0001' }, exportEnv);
    expect(result).toMatchObject({ problems: [], warnings: [] });
    expect(pairs(result)).toEqual([expected]);
  });

  it('a name that only an output may have is a problem where only a variable is wanted', async () => {
    for (const exportEnv of [true, false]) {
      expect((await naming('a/b key | my-key env', { key: 'canary-0001' }, exportEnv)).problems).toEqual([
        'line 1: a/b key: "my-key" is no name for an environment variable, and the entry says env',
      ]);
    }
  });

  it('a name that only an output may have needs no warning where only an output is wanted', async () => {
    expect(await naming('a/b key | my-key output', { key: 'canary-0001' })).toMatchObject({
      problems: [],
      warnings: [],
    });
  });

  it('R7: a reserved name may be that of an output, and not that of a variable', async () => {
    expect((await naming('a/b key | PATH output', { key: 'canary-0001' })).problems).toEqual([]);
    expect((await naming('a/b key | PATH env', { key: 'canary-0001' }, false)).problems).toEqual([
      expect.stringContaining('the environment variable PATH is reserved'),
    ]);
    expect((await naming('a/b key | PATH file', { key: 'canary-0001' })).problems).toEqual([
      expect.stringContaining('the environment variable PATH is reserved'),
    ]);
  });

  it.each([
    ['a/b key | NAME file', 'NAME'],
    ['a/b key | my-name file', 'my-name'],
    ['a/b my.key | "" file', 'my__key'],
    ['a/b key | NAME file=store.jks', 'store.jks'],
  ])('%s goes into the file %s', async (text, file) => {
    const { named, problems } = await naming(text, { key: 'canary-0001', 'my.key': 'canary-0002' });
    expect(problems).toEqual([]);
    expect(named.map((one) => one.file)).toEqual([file]);
  });

  it('every field of a secret goes into a file of its own', async () => {
    const { named, problems } = await naming('a/b * | P_ file', {
      key: 'canary-0001',
      'my.key': 'canary-0002',
    });
    expect(problems).toEqual([]);
    expect(named.map((one) => one.file)).toEqual(['P_key', 'P_my__key']);
  });
});

describe('values of a folder', () => {
  async function inFolder(text: string, own: string, field: string): Promise<Naming> {
    const values = await valuesFor(text, { [field]: 'canary-0001' });
    return nameAll(
      values.map((value) => ({ ...value, own })),
      { exportEnv: true },
    );
  }

  it.each([
    ['a/b/* *', 'db_', 'password', 'DB_PASSWORD db_password'],
    ['a/b/* **', 'db_', 'Password', 'db_Password db_Password'],
    ['a/b/* password', 'db_', 'password', 'DB_PASSWORD db_password'],
    ['a/b/* pass*', 'db_', 'password', 'DB_PASSWORD db_password'],
    ['a/b/* * | APP_', 'db_', 'password', 'APP_DB_PASSWORD APP_db_password'],
    ['a/b/** key | my-', 'sub_x-y.z_', 'key', 'MYSUB_XY__Z_KEY mysub_xy__z_key'],
    ['a/b/* key', '1st_', 'key', '_1ST_KEY _1st_key'],
  ])('%s: the secret %s with the field %s gives %s', async (text, own, field, expected) => {
    const result = await inFolder(text, own, field);
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual([expected]);
  });

  it('R7: do not become reserved names', async () => {
    expect((await inFolder('a/b/* *', 'node_', 'options')).problems).toEqual([
      expect.stringContaining('the environment variable NODE_OPTIONS is reserved'),
    ]);
  });

  it('that clash are told with the names of their secrets', async () => {
    const [value] = await valuesFor('a/b/* *', { key: 'canary-0001' });
    if (!value) throw new Error('no value');
    const two = ['a.b_', 'a__b_'].map((own) => ({ ...value, own, source: own }));
    expect(nameAll(two, { exportEnv: true }).problems).toEqual([
      'the output a__b_key would get two values: a/b a.b key (line 1) and a/b a__b key (line 1)',
    ]);
  });
});

describe('nested fields and expressions', () => {
  it.each([
    ['a/b db.host', 'DB__HOST db__host'],
    ['a/b db.hosts[0]', 'DB__HOSTS0 db__hosts0'],
    ['a/b "db.host"', 'DB__HOST db__host'],
    ['a/b db.host | Host', 'Host Host'],
    ['a/b $x(y) | NAME', 'NAME NAME'],
  ])('%s gives %s', async (text, expected) => {
    const flat = { 'db.host': 'canary-1', 'db.hosts[0]': 'canary-2', '$x(y)': 'canary-3' };
    const result = await naming(text, flat);
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual([expected]);
  });
});

describe('all problems', () => {
  it('are told together, each once', async () => {
    const { problems } = await naming('a/b x | 1; a/b x | PATH; a/b x | PATH; a/b x | n; a/b y | n', {
      x: '1',
      y: '2',
    });
    expect(problems).toEqual([
      expect.stringContaining('"1" is no valid name'),
      expect.stringContaining('PATH is reserved'),
      expect.stringContaining('the output n would get two values'),
    ]);
  });

  it('R5: never hold a value', async () => {
    const text = 'a/b x | 1; a/b x | PATH; a/b x | N; a/b y | N; a/b y | m-m';
    const { problems, warnings } = await naming(text, { x: 'canary-0001', y: 'canary-0002' });
    expect([...problems, ...warnings].join('\n')).not.toContain('canary');
  });
});

it('R2: one name cannot be both masked and unmasked', async () => {
  const { problems } = await naming('a/b key | X; a/b key | X nomask', { key: 'canary-value' });
  expect(problems).toEqual(['the output X would get two values: a/b key (line 1) and a/b key (line 1)']);
});
