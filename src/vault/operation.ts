/** Why this exists: the words for what a request is for, which messages, retries and hints share. */

/** What a request is for. Decides what may be tried again (`retry.ts`) and which hint fits (`diagnosis.ts`). */
export type Operation =
  | 'health'
  | 'wrapping lookup'
  | 'unwrap'
  | 'login'
  | 'mount lookup'
  | 'read'
  | 'list'
  | 'issue'
  | 'revoke'
  | 'token lookup'
  | 'capability lookup'
  | 'role lookup'
  | 'mint'
  | 'accessor list'
  | 'accessor lookup'
  | 'destruction';
