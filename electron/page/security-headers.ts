/** Name under which ProseMirror's clipboard reader registers its Trusted Types policy; nothing else may create one. */
const CLIPBOARD_POLICY = "ProseMirrorClipboard";

/** Features of the browser that the app never uses, switched off for the page and for anything it might embed. */
const REFUSED_FEATURES = [
  "camera",
  "display-capture",
  "geolocation",
  "hid",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
];

/**
 * Headers of every answer that is not a page: no sniffing, no referrer, no use by another origin.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": REFUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
};

/**
 * Content security policy of one load of the page.
 *
 * `nonce` marks the style elements of the UI library and must be fresh for every load. `connect` is `'none'` where
 * the page talks to its host without requests, `'self'` where it posts to the server it came from.
 */
export function contentSecurityPolicy(nonce: string, connect: "'none'" | "'self'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${CLIPBOARD_POLICY}`,
  ].join("; ");
}
