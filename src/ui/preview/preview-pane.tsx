/** The print preview: real pages in the place of the text, thumbnails beside them. */
import { Button, Dropdown, Option, Spinner } from "@fluentui/react-components";
import { ArrowLeftRegular, PrintRegular, SettingsRegular, TextEditStyleRegular } from "@fluentui/react-icons";
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { PrintedDocument, PrintedPage, PrintedText } from "../../core/official/printed-page.ts";
import type { DocumentForm } from "../../core/plan/model.ts";
import { failureText } from "../messages.ts";
import { useVisible } from "../shared/use-visible.ts";
import type { MissingFont } from "./fonts.ts";
import { previewStrings as strings } from "./preview.strings.ts";
import type { PreviewStore } from "./preview-store.ts";
import { PrintedPageView } from "./printed-page-view.tsx";
import { useMissingFonts } from "./use-missing-fonts.ts";
import "./preview.css";

export interface PreviewPaneProps {
  readonly store: PreviewStore;
  readonly form: DocumentForm;
  /** Name of the profile where it is not the one in use. */
  readonly profile: string | null;
  readonly onForm: (form: DocumentForm) => void;
  /** A piece of a page was chosen: its text is wanted. */
  readonly onChoose: (text: PrintedText) => void;
  readonly onPrint: () => void;
  readonly onProfile: () => void;
  readonly onClose: () => void;
}

const FORMS: readonly DocumentForm[] = ["plan", "notice", "letter"];
const PERCENTS = [50, 75, 100, 125, 150, 200] as const;
type Zoom = "width" | "page" | (typeof PERCENTS)[number];
const ZOOMS: readonly Zoom[] = ["width", "page", ...PERCENTS];

const PIXELS_PER_TWIP = 96 / 1440;
/** Grey around the pages, in CSS pixels. */
const AROUND = 48;
const GAP = 20;
/** A page that fills a wide screen is no easier to read. */
const WIDEST = 1000;
const THUMBNAIL = 96;

export function PreviewPane(props: PreviewPaneProps): ReactNode {
  const { store, form, profile, onForm, onChoose, onPrint, onProfile, onClose } = props;
  const { document, busy, failure } = useStore(store);
  const [zoom, setZoom] = useState<Zoom>("width");
  const scroller = useRef<HTMLDivElement>(null);
  const frame = useFrame(scroller);
  const [shown, setShown] = useState(0);
  const missing = useMissingFonts(document?.fonts);
  const pages = document?.pages ?? [];
  const place = Math.min(shown, Math.max(0, pages.length - 1));

  useEffect(() => scroller.current?.focus(), []);
  const goTo = (index: number) => {
    scroller.current?.querySelector(`[data-page="${index}"]`)?.scrollIntoView({ block: "start" });
    setShown(index);
  };
  const jump = () => {
    const first = pages[place]?.texts.find((text) => text.block !== null);
    if (first) onChoose(first);
  };
  return (
    <section
      className="preview"
      data-pane
      aria-label={strings.title}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <div className="preview-bar">
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={onClose}>
          {strings.close}
        </Button>
        <Choice
          label={strings.form}
          value={form}
          choices={FORMS}
          nameOf={(value) => strings.forms[value]}
          onChoose={onForm}
          wide
        />
        <Choice label={strings.zoom} value={zoom} choices={ZOOMS} nameOf={zoomName} onChoose={setZoom} />
        <span className="preview-place" role="status">
          {pages.length > 0 && strings.place(place + 1, pages.length)}
          {busy && <Spinner size="extra-tiny" aria-label={strings.waiting} />}
        </span>
        <span className="preview-gap" />
        <Button
          appearance="subtle"
          size="small"
          icon={<TextEditStyleRegular />}
          onClick={jump}
          disabled={pages.length === 0}
        >
          {strings.jump}
        </Button>
        <Button appearance="subtle" size="small" icon={<SettingsRegular />} onClick={onProfile}>
          {profile === null ? strings.profile : strings.profileNamed(profile)}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          icon={<PrintRegular />}
          onClick={onPrint}
          disabled={pages.length === 0}
        >
          {strings.print}
        </Button>
      </div>
      <Notes document={document} missing={missing} problem={failure ? failureText(failure, "other") : null} />
      <div className="preview-body">
        <nav className="preview-thumbnails" data-scroller aria-label={strings.thumbnails}>
          {pages.map((page, index) => (
            <Thumbnail
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
              key={index}
              page={page}
              number={index + 1}
              current={index === place}
              onGo={() => goTo(index)}
            />
          ))}
        </nav>
        <section
          ref={scroller}
          className="preview-pages"
          data-scroller
          data-pane-focus
          // biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled by keys
          tabIndex={0}
          aria-label={strings.pages}
          onScroll={() => setShown(pageInView(scroller.current))}
        >
          {pages.map((page, index) => (
            <Sheet
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
              key={index}
              index={index}
              page={page}
              width={widthFor(page, zoom, frame)}
              onChoose={onChoose}
            />
          ))}
          {pages.length === 0 && busy && <Spinner className="preview-waiting" label={strings.waiting} />}
        </section>
      </div>
    </section>
  );
}

function zoomName(zoom: Zoom): string {
  return zoom === "width" ? strings.fitWidth : zoom === "page" ? strings.fitPage : strings.percent(zoom);
}

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChoose: (value: T) => void;
  readonly wide?: boolean;
}

function Choice<T extends string | number>(props: ChoiceProps<T>): ReactNode {
  const { label, value, choices, nameOf, onChoose, wide = false } = props;
  return (
    <Dropdown
      size="small"
      aria-label={label}
      className={wide ? "preview-choice preview-choice-wide" : "preview-choice"}
      value={nameOf(value)}
      selectedOptions={[String(value)]}
      onOptionSelect={(_, { optionValue }) => {
        const chosen = choices.find((choice) => String(choice) === optionValue);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {choices.map((choice) => (
        <Option key={choice} value={String(choice)}>
          {nameOf(choice)}
        </Option>
      ))}
    </Dropdown>
  );
}

interface NotesProps {
  readonly document: PrintedDocument | undefined;
  readonly missing: readonly MissingFont[];
  readonly problem: string | null;
}

function Notes({ document, missing, problem }: NotesProps): ReactNode {
  const notes = [
    ...(problem === null ? [] : [problem]),
    ...(document && !document.complete ? [strings.incomplete] : []),
  ];
  if (notes.length === 0 && missing.length === 0) return null;
  return (
    <div className="preview-notes">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {missing.length > 0 && (
        <details>
          <summary>{strings.missing(missing.length)}</summary>
          <ul>
            {missing.map((each) => (
              <li key={each.font}>{missingName(each)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export function missingName({ font, instead }: MissingFont): string {
  return instead === null ? strings.unknownInstead(font) : strings.instead(font, instead);
}

interface SheetProps {
  readonly index: number;
  readonly page: PrintedPage;
  readonly width: number;
  readonly onChoose: (text: PrintedText) => void;
}

function Sheet({ index, page, width, onChoose }: SheetProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const visible = useVisible(element);
  const height = (width * page.height) / page.width;
  return (
    <div ref={element} className="preview-sheet" data-page={index} style={{ width, height }}>
      {visible && (
        <PrintedPageView page={page} width={width} label={strings.page(index + 1)} onChoose={onChoose} />
      )}
    </div>
  );
}

interface ThumbnailProps {
  readonly page: PrintedPage;
  readonly number: number;
  readonly current: boolean;
  readonly onGo: () => void;
}

function Thumbnail({ page, number, current, onGo }: ThumbnailProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const visible = useVisible(element);
  const width = page.width > page.height ? THUMBNAIL : (THUMBNAIL * 3) / 4;
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  // The button lies over the picture, whose tiny text is not its name.
  return (
    <div
      ref={element}
      className={current ? "preview-thumbnail preview-thumbnail-current" : "preview-thumbnail"}
    >
      <div
        className="preview-thumbnail-page"
        aria-hidden="true"
        style={{ width, height: (width * page.height) / page.width }}
      >
        {visible && <PrintedPageView page={page} width={width} label={strings.page(number)} />}
      </div>
      <button
        type="button"
        className="preview-thumbnail-go"
        aria-current={current ? "page" : undefined}
        aria-label={strings.page(number)}
        onClick={onGo}
      >
        {number}
      </button>
    </div>
  );
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Inner size of the scrolling frame. */
function useFrame(scroller: RefObject<HTMLElement | null>): Frame {
  const [frame, setFrame] = useState<Frame>({ width: 0, height: 0 });
  const measure = useCallback(() => {
    const element = scroller.current;
    if (element) setFrame({ width: element.clientWidth, height: element.clientHeight });
  }, [scroller]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, measure]);
  return frame;
}

function widthFor(page: PrintedPage, zoom: Zoom, frame: Frame): number {
  const real = page.width * PIXELS_PER_TWIP;
  if (zoom === "width") return Math.round(Math.max(200, Math.min(WIDEST, frame.width - AROUND)));
  if (zoom === "page") {
    const fitting = ((frame.height - 2 * GAP) * page.width) / page.height;
    return Math.round(Math.max(200, Math.min(frame.width - AROUND, fitting)));
  }
  return Math.round((real * zoom) / 100);
}

/** The page that takes up the upper part of the frame. */
function pageInView(scroller: HTMLElement | null): number {
  if (!scroller) return 0;
  const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
  const sheets = [...scroller.querySelectorAll("[data-page]")];
  const found = sheets.findLastIndex((sheet) => sheet.getBoundingClientRect().top <= middle);
  return Math.max(0, found);
}
