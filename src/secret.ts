/** Why this exists: a string that reaches a log, an error or a JSON text only when somebody writes `reveal()`. */

const HIDDEN = '***';

/** A credential or a value read from Vault. Printing, concatenating or serialising it gives `***` (rule R5). */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. The files that may call this are listed in `test/unit/layout.test.ts`. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
