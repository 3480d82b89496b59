/** Why this exists: what we write is for this user alone, also where the umask is strange (rule R18). */

/** Does what is written with a umask of 077, and leaves ours, which a command inherits, as it was. */
export function privately<T>(write: () => T): T {
  const ours = process.umask(0o077);
  try {
    return write();
  } finally {
    process.umask(ours);
  }
}
