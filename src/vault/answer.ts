/** Why this exists: bytes from the network become a Vault answer, or a reason why they are not one. */

import type { IncomingMessage } from 'node:http';
import { jsonNumber, jsonObject, parseJson } from './json.ts';

/** The envelope of an answer (developer.hashicorp.com/vault/api-docs). Lives only inside a `decode`: it holds secrets. */
export interface Answer {
  readonly status: number;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly auth: unknown;
  readonly data: unknown;
  readonly leaseId: string;
  /** Seconds. */
  readonly leaseDuration: number;
  /** The JSON itself, for what has no envelope or a part of it that few answers have. */
  readonly whole: Readonly<Record<string, unknown>>;
}

/** Bytes; no secret is larger (a storage entry is 1 MiB by default). */
const LARGEST_BODY = 16 * 1024 * 1024;

/**
 * The body as text. Throws an error with code `TOO_LARGE`, or the stream's own when the body breaks off. The caller
 * bounds the time by destroying the message.
 */
export async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > LARGEST_BODY) {
      message.destroy();
      throw Object.assign(new Error('body too large'), { code: 'TOO_LARGE' });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The answer in a body; undefined when it is not Vault's JSON. An empty body is an answer only with 204. */
export function readAnswer(
  status: number,
  contentType: string | undefined,
  body: string,
): Answer | undefined {
  if (status === 204) return envelope(status, {});
  if (!isJson(contentType)) return undefined;
  const json = jsonObject(parseJson(body));
  if (!json || (status >= 400 && !Array.isArray(json.errors) && json.data === undefined)) return undefined;
  return envelope(status, json);
}

export function isJson(contentType: string | undefined): boolean {
  return /^application\/json\b/i.test(contentType ?? '');
}

function envelope(status: number, json: Readonly<Record<string, unknown>>): Answer {
  return {
    status,
    errors: strings(json.errors),
    warnings: strings(json.warnings),
    auth: json.auth,
    data: json.data,
    leaseId: typeof json.lease_id === 'string' ? json.lease_id : '',
    leaseDuration: jsonNumber(json.lease_duration) ?? 0,
    whole: json,
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
