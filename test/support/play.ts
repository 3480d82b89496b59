/** Why this exists: each reply, also one that no server gives on purpose, is carried out in one place. */

import type { ServerResponse } from 'node:http';
import { type Answer, bodyOf, type Damage, JSON_TYPE, type Reply } from './reply.ts';

/** Carries out a reply. What is damaged is `answer`; an answer without a body has nothing that could be. */
export function play(reply: Reply, response: ServerResponse, answer: Answer = MADE_UP): void {
  if (typeof reply === 'object') send(reply, response);
  else DAMAGES[reply](response, answer.status === 204 ? MADE_UP : answer);
}

const MADE_UP: Answer = { status: 200, body: '{"data": {"canary-whole": "canary-value"}}' };

function send({ status, headers = JSON_TYPE, body = '' }: Answer, response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value);
  response.writeHead(status).end(body);
}

const DAMAGES: Readonly<Record<Damage, (response: ServerResponse, answer: Answer) => void>> = {
  hang: () => undefined,
  reset: (response) => response.socket?.resetAndDestroy(),
  stall: (response, answer) => begin(response, answer),
  drip: (response, answer) => {
    begin(response, answer);
    const timer = setInterval(() => response.write(' '), DRIP_MS);
    response.once('close', () => clearInterval(timer));
  },
  cut: (response, answer) => {
    response.setHeader('Content-Length', bodyOf(answer).length);
    begin(response, answer, () => response.socket?.destroy());
  },
  flood: (response) => flood(response.writeHead(200, JSON_TYPE), FLOOD_BYTES),
};

/** Milliseconds; shorter than any time-out. */
const DRIP_MS = 10;
const FLOOD_BYTES = 64 * 1024 * 1024;
const PIECE = Buffer.alloc(256 * 1024, ' ');

function begin(response: ServerResponse, answer: Answer, written = (): void => undefined): void {
  const body = bodyOf(answer);
  response.writeHead(answer.status, JSON_TYPE).write(body.subarray(0, body.length / 2), written);
}

function flood(response: ServerResponse, bytes: number): void {
  let left = bytes;
  while (left > 0 && !response.destroyed) {
    left -= PIECE.length;
    if (!response.write(PIECE)) {
      response.once('drain', () => flood(response, left));
      return;
    }
  }
  response.end();
}
