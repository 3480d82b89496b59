/** Why this exists: the oldest Node.js that is taken is the one that the package names. */

import { describe, expect, it } from 'vitest';
import { nodeProblems } from '../../../src/cli/node-version.ts';
import { read } from '../../support/project.ts';

const [, major = 0, minor = 0] = (/"node": ">=(\d+)\.(\d+)"/.exec(read('package.json')) ?? []).map(Number);

describe('the version of Node.js', () => {
  it.each([`${major}.${minor}.0`, `${major}.${minor + 1}.3`, `${major + 1}.0.0`, '100.0.0'])(
    '%s is new enough',
    (version) => {
      expect(nodeProblems(version)).toEqual([]);
    },
  );

  it.each([`${major}.${minor - 1}.9`, `${major}.9.0`, `${major - 1}.99.0`, '9.99.0'])(
    '%s is too old',
    (version) => {
      const problem = `${major}.${minor} or newer is needed, and this one is ${version}`;
      expect(nodeProblems(version)).toEqual([{ name: 'Node.js', problem }]);
    },
  );
});
