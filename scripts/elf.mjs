/** A Linux program gets a note that it can find in its own memory. Offsets, sizes and types: elf(5). */

const PT_LOAD = 1;
const PT_NOTE = 4;
const PT_PHDR = 6;
const READABLE = 4;
/** The largest page of any Linux. */
const PAGE = 65_536;

/**
 * A 64-bit little-endian ELF file with one more segment at its end, which is loaded, and in it the note. The table of
 * segments moves there, too, because it cannot grow where it is.
 * @param {Buffer} elf
 * @param {string} name
 * @param {Buffer} content
 */
export function withNote(elf, name, content) {
  if (elf.toString('latin1', 0, 6) !== '\x7fELF\x02\x01') throw new Error('This is no 64-bit ELF file.');
  const segments = segmentsOf(elf);
  const loaded = segments.filter(({ type }) => type === PT_LOAD);
  const [first] = loaded;
  if (!first) throw new Error('Nothing in this ELF file is loaded.');
  // Old kernels find the table in memory by its offset in the file: both distances to the first segment are the same.
  const base = first.address - first.offset;
  const start = Math.ceil(elf.length / PAGE) * PAGE;
  const end = Math.max(...loaded.map(({ address, length }) => address + length));
  if (base + start < end) throw new Error('There is no room behind the segments of this ELF file.');

  const size = elf.readUInt16LE(54);
  const table = size * (segments.length + 2);
  const note = noteOf(name, content);
  /** @type {(type: number, offset: number, length: number) => Buffer} */
  const header = (type, offset, length) => headerOf(size, { type, offset, address: base + offset, length });
  const headers = [
    ...segments.map(({ type, bytes }) => (type === PT_PHDR ? header(type, start, table) : bytes)),
    header(PT_LOAD, start, table + note.length),
    header(PT_NOTE, start + table, note.length),
  ];
  const longer = Buffer.concat([elf, Buffer.alloc(start - elf.length), ...headers, note]);
  longer.writeBigUInt64LE(BigInt(start), 32);
  longer.writeUInt16LE(headers.length, 56);
  return longer;
}

/** @param {Buffer} elf */
function segmentsOf(elf) {
  const [offset, size, count] = [Number(elf.readBigUInt64LE(32)), elf.readUInt16LE(54), elf.readUInt16LE(56)];
  return Array.from({ length: count }, (_, index) => {
    const bytes = Buffer.from(elf.subarray(offset + index * size, offset + (index + 1) * size));
    const number = (/** @type {number} */ at) => Number(bytes.readBigUInt64LE(at));
    return { bytes, type: bytes.readUInt32LE(0), offset: number(8), address: number(16), length: number(40) };
  });
}

/**
 * @param {number} size
 * @param {{ type: number, offset: number, address: number, length: number }} segment
 */
function headerOf(size, { type, offset, address, length }) {
  const header = Buffer.alloc(size);
  header.writeUInt32LE(type, 0);
  header.writeUInt32LE(READABLE, 4);
  const alignment = type === PT_LOAD ? PAGE : 4;
  [offset, address, address, length, length, alignment].forEach((number, index) =>
    header.writeBigUInt64LE(BigInt(number), 8 + index * 8),
  );
  return header;
}

/**
 * @param {string} name
 * @param {Buffer} content
 */
function noteOf(name, content) {
  const lengths = Buffer.alloc(12);
  lengths.writeUInt32LE(name.length + 1, 0);
  lengths.writeUInt32LE(content.length, 4);
  return Buffer.concat([lengths, padded(Buffer.from(`${name}\0`)), padded(content)]);
}

/** @param {Buffer} bytes */
function padded(bytes) {
  return Buffer.concat([bytes], Math.ceil(bytes.length / 4) * 4);
}
