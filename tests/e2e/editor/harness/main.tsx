/** A page with nothing but the editor, or a bare ProseMirror editor, with ordinals alone, beside which it is measured. */
import "../../../../src/ui/interpreted-checks.ts";
import { EditorState, Plugin } from "prosemirror-state";
import { DecorationSet, EditorView } from "prosemirror-view";
import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { fromDoc, toDoc } from "../../../../src/core/editor/convert.ts";
import type { WorkPlan } from "../../../../src/core/plan/model.ts";
import * as editing from "../../../../src/ui/editor/index.ts";
import { changesShape } from "../../../../src/ui/editor/plugins/changes.ts";
import { ordinalsOf } from "../../../../src/ui/editor/plugins/numbering.ts";

export interface Harness {
  readonly editing: typeof editing;
  readonly open: (plan: WorkPlan) => Promise<void>;
  readonly openBare: (plan: WorkPlan) => void;
  readonly view: () => EditorView;
  readonly run: (command: Parameters<editing.PlanEditor["run"]>[0]) => boolean;
  readonly plan: () => WorkPlan;
  /** What the callbacks were told: number of steps of each call, and whether an input method was composing. */
  readonly told: () => readonly { readonly steps: number; readonly composing: boolean }[];
  readonly refused: () => readonly string[];
}

declare global {
  interface Window {
    harness: Harness;
  }
}

let root: Root | undefined;
let editor: editing.PlanEditor | null = null;
let bare: EditorView | undefined;
let told: { steps: number; composing: boolean }[] = [];
let refused: string[] = [];
let ids = 0;

function close(): void {
  root?.unmount();
  root = undefined;
  bare?.destroy();
  bare = undefined;
  told = [];
  refused = [];
}

function mount(): HTMLElement {
  const element = document.getElementById("root");
  if (!element) throw new Error("no root");
  return element;
}

function currentView(): EditorView {
  const view = bare ?? editor?.view;
  if (!view) throw new Error("no editor");
  return view;
}

window.harness = {
  editing,
  open: (plan) => {
    close();
    return new Promise((resolve) => {
      root = createRoot(mount());
      root.render(
        <StrictMode>
          <editing.PlanEditorView
            doc={toDoc(plan)}
            newId={() => {
              ids += 1;
              return `made-${ids}`;
            }}
            onSteps={(steps) => told.push({ steps: steps.length, composing: currentView().composing })}
            onPasteRefused={(reason) => refused.push(reason)}
            onReady={(ready) => {
              editor = ready;
              if (ready) resolve();
            }}
          />
        </StrictMode>,
      );
    });
  },
  openBare: (plan) => {
    close();
    const canvas = document.createElement("div");
    canvas.className = "paper-canvas";
    const paper = document.createElement("div");
    paper.className = "paper";
    canvas.append(paper);
    mount().replaceChildren(canvas);
    bare = new EditorView(paper, {
      state: EditorState.create({ doc: toDoc(plan), plugins: [ordinalsAlone()] }),
      attributes: { class: "plan-text" },
    });
  },
  view: currentView,
  run: (command) => editor?.run(command) ?? false,
  plan: () => fromDoc(currentView().state.doc),
  told: () => told,
  refused: () => refused,
};

/** Ordinals without anything else: mapped while text changes, made anew when the shape does. */
function ordinalsAlone(): Plugin<DecorationSet> {
  const plugin: Plugin<DecorationSet> = new Plugin({
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, ordinalsOf(doc)),
      apply: (tr, shown) => {
        if (!tr.docChanged) return shown;
        return changesShape(tr)
          ? DecorationSet.create(tr.doc, ordinalsOf(tr.doc))
          : shown.map(tr.mapping, tr.doc);
      },
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
}
