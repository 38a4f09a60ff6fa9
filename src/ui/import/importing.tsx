/** Importing from anywhere in the window: chosen or dropped documents open the window that fits them. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { failureText } from "../messages.ts";
import { droppedFiles, type PageFiles } from "../platform/page-files.ts";
import type { PendingSource } from "../platform/pending-source.ts";
import { type OpenedPlan, PLAN_EXTENSION } from "../platform/platform.ts";
import { useServices } from "../services.ts";
import { showOpenFailure } from "../start/show-open-failure.ts";
import { BatchDialog } from "./batch-dialog.tsx";
import { importStrings as strings } from "./import.strings.ts";
import { ImportDialog } from "./import-dialog.tsx";
import type { ImportTarget } from "./import-targets.ts";
import type { ImportedDocument } from "./imported-document.ts";
import "./import.css";

export interface Importing {
  /** Lets the drafter choose documents, or a folder of them. */
  readonly choose: (what: "files" | "folder") => void;
  /** The windows and the sign shown while something is dragged over the window. */
  readonly element: ReactNode;
}

export interface ImportingOptions {
  readonly targets?: readonly ImportTarget[];
  readonly onPlan?: (document: ImportedDocument) => void;
  /** A plan file was dropped; without this it is refused. */
  readonly onOpenPlan?: (opened: OpenedPlan) => void;
  /** Called when a window has been closed: library and templates may have changed. */
  readonly onClosed?: () => void;
}

type Shown =
  | { readonly kind: "one"; readonly source: PendingSource }
  | { readonly kind: "many"; readonly files: PageFiles };

export function useImporting(options: ImportingOptions): Importing {
  const services = useServices();
  const { host, platform, bars } = services;
  const [shown, setShown] = useState<Shown>();
  const say = (text: string) =>
    bars.show({ topic: "import", intent: "error", text, actions: [], closable: true });

  const begin = (files: PageFiles, asMany = false) => {
    const [source] = files.sources;
    if (!source) return;
    if (asMany || files.sources.length > 1) setShown({ kind: "many", files });
    else setShown({ kind: "one", source });
  };
  const openPlan = async (source: PendingSource) => {
    if (!options.onOpenPlan) return say(strings.planFileHere);
    const loaded = await source.load();
    const reply = loaded.ok ? await host.call("plan.openBytes", loaded.value) : loaded;
    if (reply.ok) options.onOpenPlan(reply.value);
    else showOpenFailure(services, reply.failure, source.name, options.onOpenPlan);
  };
  const dropped = (files: PageFiles, folders: boolean) => {
    const [source] = files.sources;
    if (!source) return say(strings.nothingDropped);
    const isPlan = source.name.toLowerCase().endsWith(PLAN_EXTENSION);
    if (files.sources.length === 1 && !folders && isPlan) void openPlan(source);
    else begin(files, folders);
  };
  const dragging = useFileDrop(dropped);
  const close = () => {
    setShown(undefined);
    options.onClosed?.();
  };

  return {
    choose: (what) =>
      void platform.chooseSources(what).then((reply) => {
        if (reply.ok) begin(reply.value, what === "folder");
        else say(failureText(reply.failure, "read"));
      }),
    element: (
      <>
        {dragging && <DropSign />}
        {shown?.kind === "one" && (
          <ImportDialog
            key={shown.source.name}
            source={shown.source}
            {...(options.targets ? { targets: options.targets } : {})}
            onClose={close}
            onPlan={(document) => {
              setShown(undefined);
              options.onPlan?.(document);
            }}
          />
        )}
        {shown?.kind === "many" && (
          <BatchDialog
            files={shown.files}
            onClose={close}
            onLook={(source) => setShown({ kind: "one", source })}
          />
        )}
      </>
    ),
  };
}

function DropSign(): ReactNode {
  return (
    <div className="import-drop" aria-hidden="true">
      <p>{strings.drop}</p>
      <p className="quiet">{strings.dropText}</p>
    </div>
  );
}

/** Places that take dropped files themselves. */
const TAKES_FILES = "[data-takes-files]";

/** Files dropped anywhere in the window but where something else takes them; true while they are dragged over it. */
function useFileDrop(onFiles: (files: PageFiles, folders: boolean) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event) || isTaken(event.target)) return setDragging(false);
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isDialogOpen() ? "none" : "copy";
      setDragging(!isDialogOpen());
    };
    const leave = (event: DragEvent) => {
      // Leaving for another element is no leaving; out of the window there is none.
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      if (!carriesFiles(event) || isTaken(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.dataTransfer || isDialogOpen()) return;
      void droppedFiles(event.dataTransfer).then((files) => latest.current(files, files.folders));
    };
    // Before anything else sees them: the text would take a dropped file for text.
    window.addEventListener("dragover", over, true);
    window.addEventListener("dragleave", leave, true);
    window.addEventListener("drop", drop, true);
    return () => {
      window.removeEventListener("dragover", over, true);
      window.removeEventListener("dragleave", leave, true);
      window.removeEventListener("drop", drop, true);
    };
  }, []);
  return dragging;
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_FILES) !== null;
}

/** An open dialog wants its answer first. */
function isDialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}
