// First: it decides how the schemas of the other modules are made.
import "./interpreted-checks.ts";

import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { connect } from "./platform/connect.ts";
import "./theme/global.css";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no root element");

// The style elements of the UI library pass the content security policy by the nonce of this load only.
const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute("content") ?? "";
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

createRoot(root).render(
  <RendererProvider renderer={renderer} targetDocument={document}>
    <App connection={connect(window)} />
  </RendererProvider>,
);
