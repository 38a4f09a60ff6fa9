/** Types of word-extractor, which brings none. */
declare module "word-extractor" {
  interface TextOptions {
    readonly filterUnicode?: boolean;
  }
  interface ExtractedDocument {
    getBody(options?: TextOptions): string;
    getFootnotes(options?: TextOptions): string;
    getEndnotes(options?: TextOptions): string;
    getAnnotations(options?: TextOptions): string;
    getHeaders(options?: TextOptions & { includeFooters?: boolean }): string;
    getTextboxes?(options?: TextOptions): string;
  }
  // biome-ignore lint/style/noDefaultExport: the package exports its class as module.exports
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<ExtractedDocument>;
  }
}
