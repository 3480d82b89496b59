/** Why this exists: preloaded with `node -r`, it writes what a process used, when it ends, to the file it is told. */

const { readFileSync, writeFileSync } = require('node:fs');

const file = process.env.BENCH_USAGE_FILE;
if (file) process.once('exit', () => writeFileSync(file, JSON.stringify(usage())));

function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: (ownPeakKiB() ?? maxRSS) / 1024 };
}

/** On Linux, `maxRSS` counts the parent from which the process was forked; this peak begins with the program itself. */
function ownPeakKiB() {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return peak === undefined ? undefined : Number(peak);
  } catch {
    return undefined;
  }
}
