/** Why this exists: a CI system that does nothing but remember, in order, what a job asked of it. */

import type { Ci, Publication, Report } from '../../src/job/ci.ts';
import type { TokenHandle } from '../../src/vault/handle.ts';

export interface RecordingCi extends Ci {
  /** `mask`, `keep`, `keep nothing`, `publish`, `summarize`, `info`, `warn`, and what a test adds, such as requests. */
  readonly events: string[];
  readonly masked: ReadonlySet<string>;
  readonly kept: readonly (TokenHandle | undefined)[];
  readonly published: readonly Publication[];
  /** Values that were published although no mask hid them then. */
  readonly bare: readonly string[];
  readonly reports: readonly Report[];
  readonly debugs: readonly string[];
  readonly infos: readonly string[];
  readonly warnings: readonly string[];
}

export function recordingCi(): RecordingCi {
  const events: string[] = [];
  const masked = new Set<string>();
  const kept: (TokenHandle | undefined)[] = [];
  const published: Publication[] = [];
  const bare: string[] = [];
  const reports: Report[] = [];
  const [debugs, infos, warnings]: [string[], string[], string[]] = [[], [], []];
  return {
    events,
    masked,
    kept,
    published,
    bare,
    reports,
    debugs,
    infos,
    warnings,
    mask: (texts) => {
      events.push('mask');
      for (const text of texts) masked.add(text);
    },
    keep: (handle) => {
      events.push(handle ? 'keep' : 'keep nothing');
      kept.push(handle);
    },
    publish: (publications) => {
      events.push('publish');
      published.push(...publications);
      const values = publications.map(({ value }) => value.reveal());
      bare.push(...values.filter((value) => !masked.has(value)));
    },
    summarize: async (report) => {
      events.push('summarize');
      reports.push(report);
    },
    debug: (text) => {
      debugs.push(text);
    },
    info: (text) => {
      events.push('info');
      infos.push(text);
    },
    warn: (text) => {
      events.push('warn');
      warnings.push(text);
    },
  };
}
