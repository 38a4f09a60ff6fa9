/** A streaming XML reader for parts of foreign packages: no DOCTYPE, no entities but the named and numeric ones, bounded. */
import { Parser } from "htmlparser2";
import { MAX_XML_ATTRIBUTES, MAX_XML_CHARACTERS, MAX_XML_DEPTH, MAX_XML_ELEMENTS } from "./limits.ts";

export type Attributes = Readonly<Record<string, string>>;

export interface XmlVisitor {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** The XML of a part cannot be used; `reason` is a code. */
export class XmlError extends Error {
  readonly reason:
    | "doctype"
    | "too-deep"
    | "too-many-elements"
    | "too-many-attributes"
    | "too-long"
    | "truncated";
  constructor(reason: XmlError["reason"]) {
    super(`XML refused: ${reason}`);
    this.reason = reason;
  }
}

/** Walks a part in document order. Throws `XmlError` where it breaks a limit, has a DOCTYPE or ends in the middle. */
export function visitXml(xml: string, visitor: XmlVisitor): void {
  if (xml.length > MAX_XML_CHARACTERS) throw new XmlError("too-long");
  let depth = 0;
  let elements = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        elements += 1;
        if (depth > MAX_XML_DEPTH) throw new XmlError("too-deep");
        if (elements > MAX_XML_ELEMENTS) throw new XmlError("too-many-elements");
        if (Object.keys(attributes).length > MAX_XML_ATTRIBUTES) throw new XmlError("too-many-attributes");
        visitor.open(name, attributes);
      },
      ontext(text) {
        visitor.text?.(text);
      },
      onclosetag(name) {
        depth -= 1;
        visitor.close?.(name);
      },
      onprocessinginstruction(name) {
        if (name.toLowerCase() === "!doctype") throw new XmlError("doctype");
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  // Tags still open here would only be closed by the end of the input: the part was cut.
  if (elements === 0 || depth > 0) throw new XmlError("truncated");
  parser.end();
}
