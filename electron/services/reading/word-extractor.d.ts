/** Types of word-extractor, which brings none. */
declare module "word-extractor" {
  interface ExtractedDocument {
    getBody(): string;
    getFootnotes(): string;
    getEndnotes(): string;
    getAnnotations(): string;
    getHeaders(options?: { includeFooters?: boolean }): string;
    getTextboxes?(options: { includeBody?: boolean; includeHeadersAndFooters?: boolean }): string;
  }
  // biome-ignore lint/style/noDefaultExport: the package exports its class as module.exports
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<ExtractedDocument>;
  }
}
