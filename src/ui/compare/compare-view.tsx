/** 对照去年: last year left, this year right, point by point; what was left out collects at the foot. */
import { Button, Select, Tab, TabList } from "@fluentui/react-components";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { comparePlans } from "../../core/compare/compare-plans.ts";
import type { PointPair } from "../../core/compare/comparison.ts";
import { comparisonNote } from "../../core/compare/comparison-note.ts";
import { comparisonKey, pairByHand, partByHand } from "../../core/compare/corrections.ts";
import {
  type ComparisonRecord,
  type Corrections,
  comparisonRecordOf,
} from "../../core/plan/comparison-records.ts";
import type { WorkPlan } from "../../core/plan/model.ts";
import { compareTargets } from "../../core/targets/compare-targets.ts";
import { planTargets } from "../../core/targets/plan-targets.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import { compareStrings as strings } from "./compare.strings.ts";
import { ComparePicture, pngOf } from "./compare-picture.tsx";
import { compareRows } from "./compare-rows.ts";
import { type LastPlan, useLastPlan } from "./last-plan.ts";
import { DroppedRows, HeadingRow, PairRow } from "./pair-rows.tsx";
import "./compare.css";

/** Key of no plan: nothing is kept under it. */
const NO_PLAN = "-";

export interface CompareViewProps {
  readonly plan: WorkPlan;
  /** Keeps what was decided about pairs, in the plan. */
  readonly onRecord: (record: ComparisonRecord) => void;
  readonly onClose: () => void;
  /** Goes to a point of this year in the text. */
  readonly onGoTo: (id: string) => void;
  /** Puts a point of last year into the text, behind the point of this year that it followed. */
  readonly onBringBack: (
    pair: PointPair,
    pairs: readonly PointPair[],
    last: WorkPlan,
    source: string,
  ) => void;
}

export function CompareView({
  plan: current,
  onRecord,
  onClose,
  onGoTo,
  onBringBack,
}: CompareViewProps): ReactNode {
  const plan = useDeferredValue(current);
  const last = useLastPlan(plan.frontMatter.issuer, plan.year);
  const sourceKey = last.source?.kind === "library" ? last.source.documentId : (last.source?.name ?? "");
  const record = comparisonRecordOf(plan.comparisonRecords, last.plan ? comparisonKey(last.plan) : NO_PLAN);
  const { corrections } = record;
  const correct = (changed: Corrections) => onRecord({ ...record, corrections: changed });
  const comparison = useMemo(
    () => last.plan && comparePlans(last.plan, plan, corrections),
    [last.plan, plan, corrections],
  );
  const [shown, setShown] = useState<"table" | "picture">("table");
  const [message, setMessage] = useState("");
  const svg = useRef<SVGSVGElement>(null);
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  const exports = useExports(setMessage);
  const { rows, dropped } = comparison ? compareRows(comparison) : { rows: [], dropped: [] };
  const points = rows.flatMap((row) => (row.kind === "pair" && row.pair.next ? [row.pair.next] : []));
  const pair = (lastId: string, nextId: string) =>
    comparison && correct(pairByHand(corrections, comparison, { last: lastId, next: nextId }, true));

  return (
    <section ref={root} className="compare" aria-label={strings.title} tabIndex={-1}>
      <header className="compare-bar">
        <Button size="small" onClick={onClose}>
          {strings.close}
        </Button>
        <LastChoice last={last} />
        <span className="compare-gap" />
        {comparison && last.plan && (
          <>
            <strong className="compare-overlap">{strings.summary(comparison.overlap)}</strong>
            <TabList
              size="small"
              selectedValue={shown}
              onTabSelect={(_, { value }) => setShown(value === "picture" ? "picture" : "table")}
            >
              <Tab value="table">{strings.table}</Tab>
              <Tab value="picture">{strings.picture}</Tab>
            </TabList>
            {shown === "picture" ? (
              <Button size="small" onClick={() => svg.current && void exports.picture(svg.current)}>
                {strings.pictureExport}
              </Button>
            ) : (
              <Button
                size="small"
                onClick={() => {
                  if (!last.plan) return;
                  const targets = compareTargets(
                    planTargets(last.plan),
                    planTargets(plan),
                    [],
                    comparison.pairs,
                  );
                  void exports.note(comparisonNote(comparison, targets));
                }}
              >
                {strings.noteExport}
              </Button>
            )}
          </>
        )}
      </header>
      <p className="compare-message" aria-live="polite">
        {last.failure ? failureText(last.failure, "read") : message}
      </p>
      {!comparison && <p className="panel-message quiet">{strings.none}</p>}
      {comparison && last.plan && shown === "table" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        <section className="compare-table focusable" tabIndex={0} aria-label={strings.table}>
          <p className="quiet compare-hint">{strings.dragHint}</p>
          {rows.map((row) =>
            row.kind === "heading" ? (
              <HeadingRow key={row.key} heading={row.heading} />
            ) : (
              <PairRow
                key={row.key}
                pair={row.pair}
                onGoTo={onGoTo}
                onPair={pair}
                onPart={(lastId, nextId) => correct(partByHand(corrections, { last: lastId, next: nextId }))}
              />
            ),
          )}
          <DroppedRows
            dropped={dropped}
            points={points}
            onPair={pair}
            onBringBack={(each) => last.plan && onBringBack(each, comparison.pairs, last.plan, sourceKey)}
          />
        </section>
      )}
      {comparison && shown === "picture" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it
        <section className="compare-table focusable" tabIndex={0} aria-label={strings.picture}>
          <ComparePicture comparison={comparison} svgRef={svg} />
        </section>
      )}
    </section>
  );
}

function LastChoice({ last }: { readonly last: LastPlan }): ReactNode {
  const { documents, source, choose, chooseFile } = last;
  return (
    <>
      <Select
        size="small"
        className="compare-choice"
        aria-label={strings.choose}
        value={source?.kind === "library" ? source.documentId : ""}
        onChange={(_, { value }) => value !== "" && choose({ kind: "library", documentId: value })}
      >
        <option value="">{source?.kind === "file" ? source.name : strings.chooseHint}</option>
        {documents.map(({ documentId, title, issuer }) => (
          <option key={documentId} value={documentId}>
            {title || issuer}
          </option>
        ))}
      </Select>
      <Button size="small" onClick={() => void chooseFile()}>
        {strings.file}
      </Button>
    </>
  );
}

function useExports(say: (message: string) => void) {
  const { host, platform } = useServices();
  return {
    note: async (note: ReturnType<typeof comparisonNote>) => {
      const target = await platform.chooseExportTarget(strings.noteName);
      if (!target.ok) return say(failureText(target.failure, "export"));
      if (!target.value) return;
      const reply = await host.call("compare.note", { note, target: target.value });
      if (!reply.ok) return say(failureText(reply.failure, "export"));
      if (reply.value.bytes) platform.download(reply.value.name, reply.value.bytes);
      say(strings.exported(reply.value.name));
    },
    picture: async (svg: SVGSVGElement) => {
      const bytes = await pngOf(svg);
      if (!bytes) return say(strings.pictureFailed);
      const target = await platform.chooseExportTarget(strings.pictureName);
      if (!target.ok) return say(failureText(target.failure, "export"));
      if (!target.value) return;
      if (target.value.kind === "bytes") platform.download(strings.pictureName, bytes);
      else {
        const reply = await host.call("export.bytes", {
          name: strings.pictureName,
          bytes,
          target: target.value,
        });
        if (!reply.ok) return say(failureText(reply.failure, "export"));
      }
      say(strings.exported(strings.pictureName));
    },
  };
}
