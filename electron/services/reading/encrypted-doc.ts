/** Whether an old Word file is encrypted, which its reader does not see: it would give noise for text. */

/** Streams of a compound file begin at multiples of this, and so does the one that holds the text. */
const SECTOR = 512;
/** First word of the file information block ([MS-DOC] 2.5.1, wIdent). */
const WORD_IDENT = 0xa5ec;
/** Offset of its flags, and fEncrypted among them ([MS-DOC] 2.5.1). */
const FLAGS_AT = 10;
const ENCRYPTED = 0x0100;

/** Looks at the file information block; false where there is none. */
export function isEncryptedDoc(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SECTOR; at + FLAGS_AT + 2 <= view.byteLength; at += SECTOR) {
    if (view.getUint16(at, true) === WORD_IDENT)
      return (view.getUint16(at + FLAGS_AT, true) & ENCRYPTED) !== 0;
  }
  return false;
}
