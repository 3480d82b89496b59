/**
 * A port of the runner's secret masker (actions/runner: SecretMasker.cs, ValueEncoders.cs, ActionCommand.cs): what a
 * person sees of a step's raw output. Plain Node without dependencies: the demo uses it, too.
 */

/** @param {string} text the data of a workflow command */
function unescapeData(text) {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** @param {Buffer} bytes @param {number} shift */
function base64(bytes, shift) {
  return bytes.subarray(bytes.length > shift ? shift : 0).toString('base64');
}

/** @param {string} value */
function uriEscape(value) {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** @param {string} value */
function xmlEscape(value) {
  /** @type {Record<string, string>} */
  const entities = { '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '&': '&amp;' };
  return value.replace(/[<>"'&]/g, (c) => entities[c] ?? c);
}

/** @param {string} value */
function jsonEscape(value) {
  return JSON.stringify(value).slice(1, -1);
}

/** @param {string} value */
function beforeAmpersand(value) {
  if (!value.includes('&')) return '';
  const end = value.includes('&+') ? value.indexOf('&+') + 2 : value.lastIndexOf('&') + 1;
  return end >= 6 ? value.slice(0, end) : '';
}

/** @param {string} value */
function afterAmpersand(value) {
  if (!value.includes('&')) return '';
  const start = value.includes('&+') ? value.indexOf('&+') + 3 : value.lastIndexOf('&') + 1;
  return value.length - start >= 6 ? value.slice(start) : '';
}

/**
 * All texts that the runner hides for one registered value.
 * @param {string} value
 */
function forms(value) {
  const bytes = Buffer.from(value);
  const trimmed = value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '';
  return [
    value,
    base64(bytes, 0),
    base64(bytes, 1),
    base64(bytes, 2),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    jsonEscape(value),
    uriEscape(value),
    xmlEscape(value),
    trimmed,
    beforeAmpersand(value),
    afterAmpersand(value),
  ].filter((form) => form !== '');
}

export class Masker {
  /** @type {Set<string>} */
  #patterns = new Set();

  /** @param {string} value the data of an add-mask command, unescaped */
  add(value) {
    if (value.trim() === '') return;
    const lines = value
      .split(/[\r\n]/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    for (const part of [value, ...lines]) for (const form of forms(part)) this.#patterns.add(form);
  }

  /**
   * The text with every hit replaced; overlapping and touching hits become one `***`.
   * @param {string} text
   */
  mask(text) {
    /** @type {[number, number][]} */
    const hits = [];
    for (const pattern of this.#patterns) {
      for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
        hits.push([at, at + pattern.length]);
      }
    }
    hits.sort((a, b) => a[0] - b[0]);
    let result = '';
    let end = 0;
    let open = false;
    for (const [from, to] of hits) {
      if (!open || from > end) {
        result += `${text.slice(end, from)}***`;
        end = to;
      } else {
        end = Math.max(end, to);
      }
      open = true;
    }
    return result + text.slice(end);
  }
}

/**
 * What the job's log shows of raw output: masks are taken from its add-mask commands in order, and hide what follows.
 * @param {string} raw
 * @param {Masker} [masker]
 */
export function visibleLog(raw, masker = new Masker()) {
  const shown = [];
  for (const line of raw.split(/\r?\n/)) {
    const command = /^\s*::([^: ]+)(?: [^:]*)?::(.*)$/.exec(line);
    if (command?.[1] === 'add-mask') masker.add(unescapeData(command[2] ?? ''));
    else if (command?.[1] === 'debug') shown.push(masker.mask(`##[debug]${unescapeData(command[2] ?? '')}`));
    else if (command && /^(error|warning|notice)$/.test(command[1] ?? '')) {
      const label = `${command[1]?.[0]?.toUpperCase()}${command[1]?.slice(1)}`;
      shown.push(masker.mask(`${label}: ${unescapeData(command[2] ?? '')}`));
    } else shown.push(masker.mask(line));
  }
  return shown.join('\n');
}
