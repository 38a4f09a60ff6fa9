/** The sentences of a text with their end marks; joined they are the text. Parts set off by ； are sentences too. */
export function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。！？；\n]*[。！？；\n]+[”’」』）]*|[^。！？；\n]+$/g) ?? [];
}
