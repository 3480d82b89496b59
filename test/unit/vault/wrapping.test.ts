import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/secret.ts';
import { WrappingError } from '../../../src/vault/errors.ts';
import { unwrapSecretId, type WrappedSecretId } from '../../../src/vault/wrapping.ts';
import { client, errorOf, failureOf, hintLine, serverAt } from '../../support/client.ts';
import type { Recorded } from '../../support/recorded.ts';
import { errors, json, page, type Reply, text } from '../../support/reply.ts';
import { type ScriptedServer, scripted } from '../../support/scripted-server.ts';

const WRAPPED: WrappedSecretId = { wrappingToken: new Secret('canary-wrapping-token'), mount: 'approle' };
const PATH = 'auth/approle/role/ci/secret-id';
const SPENT = 'wrapping token is not valid or does not exist';
const ALARM = 'SECURITY: the wrapped SecretID cannot be trusted:';

const madeBy = (creation_path: string): Reply =>
  json(200, { data: { creation_path, creation_time: '2026-01-01T00:00:00Z', creation_ttl: 60.5 } });
const INSIDE = json(200, {
  data: { secret_id: 'canary-secret-id', secret_id_accessor: 'a', secret_id_ttl: 600, secret_id_num_uses: 1 },
});

interface Answers {
  readonly lookup?: Reply | readonly Reply[];
  readonly unwrap?: Reply | readonly Reply[];
}

interface Opening {
  readonly server: ScriptedServer;
  readonly result: Promise<Secret>;
}

async function opening(answers: Answers, wrapped: Partial<WrappedSecretId> = {}): Promise<Opening> {
  const asked = { lookup: 0, unwrap: 0 };
  const server = await scripted(({ path }) => {
    const step = path.endsWith('/lookup') ? 'lookup' : 'unwrap';
    const replies = [answers[step] ?? (step === 'lookup' ? madeBy(PATH) : INSIDE)].flat();
    return replies[asked[step]++] ?? replies.at(-1) ?? 'hang';
  });
  const { connection } = client(serverAt([server.base], { timeoutMs: 400 }));
  const result = unwrapSecretId(connection, { ...WRAPPED, ...wrapped });
  result.catch(() => undefined);
  return { server, result };
}

function stepsOf(requests: readonly Recorded[]): readonly string[] {
  return requests.map(({ method, path }) => `${method} ${path.replace('/v1/sys/wrapping/', '')}`);
}

const LOOKUP = 'POST lookup';
const UNWRAP = 'POST unwrap';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a wrapped SecretID', () => {
  it('is looked up, unwrapped once, and is what was inside', async () => {
    const { server, result } = await opening({});
    expect((await result).reveal()).toBe('canary-secret-id');
    expect(stepsOf(server.requests)).toEqual([LOOKUP, UNWRAP]);
  });

  it('is looked up with the token in the body alone, and unwrapped with it in the header alone', async () => {
    const { server, result } = await opening({}, { namespace: 'team' });
    await result;
    const [lookup, unwrap] = server.requests;
    expect(lookup?.body).toBe('{"token":"canary-wrapping-token"}');
    expect(lookup?.headers).not.toHaveProperty('x-vault-token');
    expect(unwrap?.body).toBe('');
    expect(unwrap?.headers).toMatchObject({ 'x-vault-token': 'canary-wrapping-token' });
    for (const { headers } of server.requests) expect(headers['x-vault-namespace']).toBe('team');
  });
});

describe('R17: the creation path', () => {
  it.each([
    ['auth/approle/role/ci/secret-id', {}],
    ['auth/approle/role/ci/custom-secret-id', {}],
    ['auth/approle/role/any.other-role_1/secret-id', {}],
    ['auth/approle/role/ci/secret-id', { roleName: 'ci' }],
    ['auth/approle/role/CI/secret-id', { roleName: 'ci' }],
    ['auth/approle/role/ci/custom-secret-id', { roleName: 'Ci' }],
    ['auth/ci/github/approle/role/ci/secret-id', { mount: 'ci/github/approle' }],
    ['auth/role/role/role/secret-id', { mount: 'role', roleName: 'role' }],
  ] satisfies readonly (readonly [string, Partial<WrappedSecretId>])[])(
    '%s is as expected for %o',
    async (path, wrapped) => {
      const { result } = await opening({ lookup: madeBy(path) }, wrapped);
      expect((await result).reveal()).toBe('canary-secret-id');
    },
  );

  it.each([
    ['sys/wrapping/wrap', {}],
    ['sys/wrapping/rewrap', {}],
    ['cubbyhole/response', {}],
    ['', {}],
    ['auth/approle/role//secret-id', {}],
    ['auth/approle/role/secret-id', {}],
    ['auth/approle/role/ci', {}],
    ['auth/approle/role/ci/', {}],
    ['auth/approle/role/ci/secret-id/', {}],
    ['auth/approle/role/ci/secret-id/lookup', {}],
    ['auth/approle/role/ci/secret-id-accessor', {}],
    ['auth/approle/role/ci/secret-ids', {}],
    ['auth/approle/role/ci/custom-secret-id/x', {}],
    ['auth/approle/role/ci/role-id', {}],
    ['auth/approle/role/ci/x/secret-id', {}],
    ['auth/approle/login', {}],
    ['/auth/approle/role/ci/secret-id', {}],
    ['v1/auth/approle/role/ci/secret-id', {}],
    ['team/auth/approle/role/ci/secret-id', {}],
    [' auth/approle/role/ci/secret-id', {}],
    ['AUTH/approle/role/ci/secret-id', {}],
    ['auth/approle2/role/ci/secret-id', {}],
    ['auth/Approle/role/ci/secret-id', {}],
    ['auth/other/role/ci/secret-id', {}],
    ['auth/approle/x/role/ci/secret-id', {}],
    ['auth/x/approle/role/ci/secret-id', {}],
    ['auth/approle/role/ci/secret-id', { mount: 'ci/github/approle' }],
    ['auth/approle/role/deploy/secret-id', { roleName: 'ci' }],
    ['auth/approle/role/ci2/secret-id', { roleName: 'ci' }],
    ['auth/approle/role/c/secret-id', { roleName: 'ci' }],
    ['auth/approle/role/ci\n/secret-id', { roleName: 'ci' }],
    ['auth/approle/role/../role/ci/secret-id', { roleName: 'ci' }],
    ['secret/data/auth/approle/role/ci/secret-id', { roleName: 'ci' }],
  ] satisfies readonly (readonly [string, Partial<WrappedSecretId>])[])(
    '%j is none for %o: nothing is unwrapped',
    async (path, wrapped) => {
      const { server, result } = await opening({ lookup: madeBy(path) }, wrapped);
      const { mount, roleName = '<role>' } = { ...WRAPPED, ...wrapped } satisfies WrappedSecretId;
      expect(await failureOf(result)).toBe(
        `${ALARM} it was made by ${path}, not by auth/${mount}/role/${roleName}/secret-id.\n${hintLine('wrapping-creation-path')}`,
      );
      expect(await errorOf(result)).toBeInstanceOf(WrappingError);
      expect(stepsOf(server.requests)).toEqual([LOOKUP]);
    },
  );
});

describe('R17: a wrapping token that the server does not take', () => {
  it.each([
    [400, SPENT],
    [403, 'error validating wrapping token: token is malformed'],
    [403, 'permission denied'],
  ])('%i at the look-up is an alarm, and nothing more is sent', async (status, said) => {
    const { server, result } = await opening({ lookup: errors(status, said) });
    expect(await errorOf(result)).toBeInstanceOf(WrappingError);
    expect(await failureOf(result)).toBe(
      [
        `${ALARM} the server does not know the wrapping token (any more).`,
        `The server said: ${said}`,
        hintLine('wrapping-token-invalid'),
      ].join('\n'),
    );
    expect(stepsOf(server.requests)).toEqual([LOOKUP]);
  });

  it('at the unwrap is an alarm: somebody was between', async () => {
    const { server, result } = await opening({ unwrap: errors(400, SPENT) });
    expect(await failureOf(result)).toBe(
      [
        `${ALARM} it was used between our look-up and our unwrap.`,
        `The server said: ${SPENT}`,
        hintLine('wrapping-token-invalid'),
      ].join('\n'),
    );
    expect(stepsOf(server.requests)).toEqual([LOOKUP, UNWRAP]);
  });

  it.each([
    ['a wrapped login', json(200, { data: null, auth: { client_token: 'canary-token' } })],
    ['something else', json(200, { data: { foo: 'canary-foo' } })],
    ['an empty SecretID', json(200, { data: { secret_id: '' } })],
    ['a SecretID that is no text', json(200, { data: { secret_id: 7 } })],
    ['nothing', text(204, '')],
  ])('with %s in it is an alarm, without a word of the content', async (_, unwrap) => {
    const { result } = await opening({ unwrap });
    expect(await failureOf(result)).toBe(
      `${ALARM} there is no SecretID in it.\n${hintLine('wrapping-content')}`,
    );
  });
});

describe('what is no sign of tampering is no alarm', () => {
  it.each([
    [404, 'namespace not found', 'namespace-not-found'],
    [403, 'namespaces feature not enabled', 'namespace-not-found'],
    [403, 'API access to this namespace has been locked by an administrator', 'namespace-locked'],
    [503, 'Vault is sealed', 'sealed'],
    [429, 'rate limit quota exceeded', 'rate-limited'],
  ] as const)('%i %s at the look-up', async (status, said, anchor) => {
    const { server, result } = await opening({ lookup: errors(status, said) });
    expect(await failureOf(result)).toBe(
      [
        `Wrapping lookup failed: POST sys/wrapping/lookup answered ${status}`,
        `The server said: ${said}`,
        hintLine(anchor),
      ].join('\n'),
    );
    expect(stepsOf(server.requests)).not.toContain(UNWRAP);
  });

  it('a look-up that fails for a moment is tried again: it spends nothing', async () => {
    const { server, result } = await opening({
      lookup: [errors(500, 'internal error'), 'reset', madeBy(PATH)],
    });
    expect((await result).reveal()).toBe('canary-secret-id');
    expect(stepsOf(server.requests)).toEqual([LOOKUP, LOOKUP, LOOKUP, UNWRAP]);
  });

  it('a look-up whose answer is not understood ends there', async () => {
    const { server, result } = await opening({ lookup: json(200, { data: { creation_ttl: 60 } }) });
    expect(await failureOf(result)).toContain(`Wrapping lookup failed: ${server.host}: `);
    expect(stepsOf(server.requests)).toEqual([LOOKUP]);
  });
});

describe('R16: an unwrap', () => {
  it.each([
    ['no answer', 'hang', 'no answer in time'],
    ['half an answer', 'stall', 'no answer in time'],
    ['a reset', 'reset', 'the connection broke before the answer was complete'],
    ['an answer cut short', 'cut', 'the connection broke before the answer was complete'],
    ['a page of a gateway', page(502), "an answer with status 502 that is not Vault's JSON"],
    ['a 503 page', page(503), "an answer with status 503 that is not Vault's JSON"],
  ] as const)('after %s is not sent again, and the token may be spent', async (_, unwrap, what) => {
    const { server, result } = await opening({ unwrap });
    const error = await errorOf(result);
    expect(error).not.toBeInstanceOf(WrappingError);
    expect(await failureOf(result)).toBe(
      `Unwrap failed: ${server.host}: ${what}\n${hintLine('unwrap-interrupted')}`,
    );
    expect(stepsOf(server.requests)).toEqual([LOOKUP, UNWRAP]);
  });

  it.each([500, 502, 504])('after a %i of the server is not sent again either', async (status) => {
    const { server, result } = await opening({ unwrap: errors(status, 'internal error') });
    expect(await failureOf(result)).toBe(
      [
        `Unwrap failed: POST sys/wrapping/unwrap answered ${status}`,
        'The server said: internal error',
        hintLine('unwrap-interrupted'),
      ].join('\n'),
    );
    expect(stepsOf(server.requests)).toEqual([LOOKUP, UNWRAP]);
  });

  it.each([412, 429, 503])(
    'after a %i of the server, which proves that nothing happened, is sent again',
    async (status) => {
      const { server, result } = await opening({ unwrap: [errors(status, 'not now'), INSIDE] });
      expect((await result).reveal()).toBe('canary-secret-id');
      expect(stepsOf(server.requests)).toEqual([LOOKUP, UNWRAP, UNWRAP]);
    },
  );
});
