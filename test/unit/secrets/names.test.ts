/** Why this exists: the names of product.md §3, and which of them are refused before anything is published (rule R7). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { parseSecrets } from '../../../src/secrets/grammar.ts';
import { type Naming, nameAll } from '../../../src/secrets/names.ts';
import { select } from '../../../src/secrets/select.ts';

type Fields = Readonly<Record<string, string>>;

/** Names for a `secrets` text, when each path holds these fields; the secrets of two paths are two secrets. */
function naming(text: string, fields: Fields | ((path: string) => Fields), exportEnv = true): Naming {
  const reads = new Map<string, ReadonlyMap<string, Secret>>();
  const fieldsOf = (path: string, version: number | undefined): ReadonlyMap<string, Secret> => {
    const key = `${path}?${version}`;
    const given = Object.entries(typeof fields === 'function' ? fields(path) : fields);
    const read = reads.get(key) ?? new Map(given.map(([name, value]) => [name, new Secret(value)]));
    reads.set(key, read);
    return read;
  };
  const { entries, mistakes } = parseSecrets(text);
  expect(mistakes).toEqual([]);
  const selected = entries.flatMap((entry) => {
    const read = { fields: fieldsOf(entry.path, entry.version), leased: false, leaseDuration: 0 };
    const result = select(entry, read);
    if ('problem' in result) throw new Error(result.problem);
    return result;
  });
  return nameAll(selected, { exportEnv });
}

/** `env output`, with `-` for a name that is not set. */
function pairs({ named }: Naming): readonly string[] {
  return named.map(({ env, output }) => `${env ?? '-'} ${output}`);
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
  ])('%s becomes %s', (field, expected) => {
    const result = naming(`a/b \`${field}\``, { [field]: 'canary-0001' });
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
  ])('%s with the field %s gives %s', (text, field, expected) => {
    const result = naming(text, { [field]: 'canary-0001' });
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual([expected]);
  });

  it('always are names that a shell, a command file and an expression take', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom('*', '**'),
        (field, selector) => {
          const { named, problems } = naming(`a/b ${selector}`, { [field]: 'canary-0001' });
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
  it.each(['NAME', 'name', 'Name_1', '_', 'größe', 'v2'])('%s is taken verbatim, for both', (name) => {
    const result = naming(`a/b key | ${name}`, { key: 'canary-0001' });
    expect(result).toMatchObject({ problems: [], warnings: [] });
    expect(pairs(result)).toEqual([`${name} ${name}`]);
  });

  it('a name that fits only an output is set there, with a warning', () => {
    const result = naming('a/b key | my-key', { key: 'canary-0001' });
    expect(pairs(result)).toEqual(['- my-key']);
    expect(result.problems).toEqual([]);
    expect(result.warnings).toEqual([
      'my-key is no name for an environment variable: it is set as an output only.',
    ]);
  });

  it('nothing is said of environment variables when none are wanted', () => {
    const result = naming('a/b key | my-key; a/b key', { key: 'canary-0001' }, false);
    expect(pairs(result)).toEqual(['- my-key', '- key']);
    expect(result).toMatchObject({ problems: [], warnings: [] });
  });

  it.each(['A=B', 'A B', '1A', '-A', 'A.B', 'A:B', 'A$B', 'A<<B', 'A%0AB', '{A}', 'A/B', '🔑'])(
    'R7: %s is refused, in words that tell what a name may be',
    (name) => {
      const { problems } = naming(`a/b key | "${name}"`, { key: 'canary-0001' });
      expect(problems).toEqual([
        `line 1: a/b key: "${name}" is no valid name: a letter or "_" first, then letters, digits, "_" and "-"`,
      ]);
    },
  );

  it('R7: a name with a line break is refused', () => {
    const [entry] = parseSecrets('a/b key | X').entries;
    if (!entry) throw new Error('no entry');
    for (const name of ['X\nY', 'X\r\nY=Z', 'X\n', '\nX', 'X\u2028Y']) {
      const selected = [{ entry: { ...entry, name }, field: 'key', value: new Secret('canary-0001') }];
      expect(nameAll(selected, { exportEnv: true }).problems, JSON.stringify(name)).toHaveLength(1);
    }
  });

  it('R7: a field name that would end a line or an assignment is made harmless', () => {
    const result = naming('a/b *', { 'A=B': 'canary-1', 'X\nPATH=Y': 'canary-2', 'Z<<E': 'canary-3' });
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
  ])('%s may not set %s', (text, env) => {
    const { problems } = naming(text, { key: 'canary-0001', Path: 'canary-0002' });
    expect(problems).toContainEqual(
      expect.stringMatching(
        `: the environment variable ${env} is reserved, because it would change how later steps run$`,
      ),
    );
  });

  it('a prefix makes another name of a reserved one', () => {
    expect(naming('a/b * | MY_', { Path: 'canary-0001' }).problems).toEqual([]);
  });

  it('a reserved name may be an output, where no environment variables are wanted', () => {
    const result = naming('a/b key | PATH', { key: 'canary-0001' }, false);
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual(['- PATH']);
  });

  it('the problem names line, path and field, and no value', () => {
    const { problems } = naming('\na/b node_options', { node_options: 'canary-0001' });
    expect(problems).toEqual([
      'line 2: a/b node_options: the environment variable NODE_OPTIONS is reserved, because it would change how later steps run',
    ]);
  });
});

describe('a field without any usable letter', () => {
  it.each(['---', '🔑', ' ', '%'])('%j needs a name', (field) => {
    const { problems } = naming(`a/b "${field}"`, { [field]: 'canary-0001' });
    expect(problems).toEqual([
      `line 1: a/b ${field}: no letter of the field's name can be in a name; give one after "|"`,
    ]);
  });
});

describe('two values for one name', () => {
  const both = { key: 'canary-0001', KEY: 'canary-0002', 'my.key': 'canary-0003', my__key: 'canary-0004' };

  it('one output name for two secrets is told with both places', () => {
    expect(naming('a/b key | X\nc/d key | X', both).problems).toEqual([
      'the output X would get two values: a/b key (line 1) and c/d key (line 2)',
    ]);
  });

  it('one output name for two fields of a secret', () => {
    expect(naming('a/b my.key; a/b my__key', both).problems).toEqual([
      'the output my__key would get two values: a/b my.key (line 1) and a/b my__key (line 1)',
    ]);
  });

  it('one output name for two versions of a secret', () => {
    expect(naming('a/b?version=1 key | X; a/b?version=2 key | X', both).problems).toHaveLength(1);
  });

  it('one environment variable for two outputs', () => {
    expect(naming('a/b key\na/b KEY', both).problems).toEqual([
      'the environment variable KEY would get two values: a/b key (line 1) and a/b KEY (line 2)',
    ]);
  });

  it('two outputs whose environment variables are not set do not clash', () => {
    expect(naming('a/b key | x-y\na/b KEY | X-Y', both, false).problems).toEqual([]);
  });

  it('fields of a wildcard clash with each other and with other entries', () => {
    expect(naming('a/b *', both).problems).not.toEqual([]);
    expect(
      naming('a/b *; c/d key | extra', (path) => (path === 'a/b' ? { extra: '1' } : both)).problems,
    ).toEqual(['the output extra would get two values: a/b extra (line 1) and c/d key (line 1)']);
  });

  it('the same text in two secrets is two values all the same', () => {
    expect(naming('a/b key | X; c/d key | X', { key: 'canary-same' }).problems).toHaveLength(1);
  });

  it('one name is told once, however many values it would get', () => {
    expect(naming('a/b x | N; c/d x | N; e/f x | N', { x: 'canary-0001' }).problems).toHaveLength(1);
  });
});

describe('the same field of the same secret twice', () => {
  it.each([
    'a/b key; a/b key',
    'a/b key | X; a/b key | X',
    'a/b *; a/b key',
    'a/b key; a/b *',
    '/a/b key; a/b/ key',
  ])('%s is no clash, and is published once', (text) => {
    const result = naming(text, { key: 'canary-0001' });
    expect(result.problems).toEqual([]);
    expect(result.named).toHaveLength(1);
    expect(result.named[0]?.value.reveal()).toBe('canary-0001');
  });

  it('is published under each of its names', () => {
    expect(pairs(naming('a/b key | X; a/b key | Y; a/b key', { key: 'canary-0001' }))).toEqual([
      'X X',
      'Y Y',
      'KEY key',
    ]);
  });

  it('is no clash when its path is written in two ways that lead to one read', () => {
    const value = new Secret('canary-0001');
    const selected = parseSecrets('secret/ci/app key | X; secret/data/ci/app key | X').entries.map(
      (entry) => ({
        entry,
        field: 'key',
        value,
      }),
    );
    const result = nameAll(selected, { exportEnv: true });
    expect(result.problems).toEqual([]);
    expect(pairs(result)).toEqual(['X X']);
  });
});

describe('all problems', () => {
  it('are told together, each once', () => {
    const { problems } = naming('a/b x | 1; a/b x | PATH; a/b x | PATH; a/b x | N; a/b y | N', {
      x: '1',
      y: '2',
    });
    expect(problems).toEqual([
      expect.stringContaining('"1" is no valid name'),
      expect.stringContaining('PATH is reserved'),
      expect.stringContaining('the output N would get two values'),
    ]);
  });

  it('R5: never hold a value', () => {
    const text = 'a/b x | 1; a/b x | PATH; a/b x | N; a/b y | N; a/b y | m-m';
    const { problems, warnings } = naming(text, { x: 'canary-0001', y: 'canary-0002' });
    expect([...problems, ...warnings].join('\n')).not.toContain('canary');
  });
});
