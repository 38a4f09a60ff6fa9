/** 责任分解: the plan as tasks, in place of the page. Every change is a step of the editor, so undo covers it. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Switch,
  Tab,
  TabList,
} from "@fluentui/react-components";
import { ArrowExportRegular, ArrowImportRegular, ArrowLeftRegular } from "@fluentui/react-icons";
import { redo, undo } from "prosemirror-history";
import { type ReactNode, useMemo, useState } from "react";
import { useStore } from "zustand";
import { fromDoc } from "../../core/editor/convert.ts";
import { EMPTY_OFFICE } from "../../core/office/office.ts";
import type { TaskRecords } from "../../core/plan/task-records.ts";
import { proposeByClause, proposeBySentence } from "../../core/tasks/clauses.ts";
import {
  assignAll,
  changeTasks,
  discardLost,
  mergeTask,
  setCounts,
  setProgress,
  splitTask,
  type TaskChange,
  taskStateOf,
} from "../../core/tasks/edit-tasks.ts";
import { progressOf } from "../../core/tasks/progress.ts";
import { acceptReturned } from "../../core/tasks/returned-tasks.ts";
import { countedTasks, type Task, taskListOf } from "../../core/tasks/task-list.ts";
import { setTaskRecords } from "../editor/index.ts";
import { OfficeDialog } from "../office/office-dialog.tsx";
import { useServices } from "../services.ts";
import type { EditorLink } from "../session/editor-link.ts";
import type { PlanSession } from "../session/plan-session.ts";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { choicesOf } from "./choices.ts";
import { ProgressChart } from "./progress-chart.tsx";
import { progressPicture } from "./progress-picture.ts";
import { createTaskActions } from "./task-actions.ts";
import { NoteDialog, type Returned, ReturnedDialog, SplitDialog } from "./task-dialogs.tsx";
import { TaskGrid } from "./task-grid.tsx";
import { assignmentOf, isEditable, progressOfText, type Row, rowsOf, type ValueColumn } from "./task-rows.ts";
import { taskStrings as strings } from "./tasks.strings.ts";
import type { TaskTools } from "./text-cell.tsx";
import "./tasks.css";

export interface TasksViewProps {
  readonly link: EditorLink;
  readonly session: PlanSession;
  /** Back to the text; with an id, to that part of it. */
  readonly onLeave: (id?: string) => void;
}

type Question =
  | { readonly kind: "split" | "note"; readonly task: Task }
  | { readonly kind: "returned"; readonly name: string; readonly returned: Returned }
  | { readonly kind: "office" };

export function TasksView({ link, session, onLeave }: TasksViewProps): ReactNode {
  const services = useServices();
  const doc = useStore(link, (facts) => facts.doc);
  const { answer, reload } = useLoad("office.get", NOTHING);
  const office = answer?.ok ? answer.value.office : EMPTY_OFFICE;
  const [picture, setPicture] = useState(false);
  const [others, setOthers] = useState(false);
  const [quotes, setQuotes] = useState(false);
  const [question, setQuestion] = useState<Question>();
  const plan = useMemo(() => (doc ? fromDoc(doc) : undefined), [doc]);
  const list = useMemo(() => (plan ? taskListOf(plan) : NO_TASKS), [plan]);
  const rows = useMemo(() => rowsOf(list, others), [list, others]);
  const actions = useMemo(
    () => createTaskActions(services, session, () => link.getState().title),
    [services, session, link],
  );
  if (!plan) return null;

  const state = taskStateOf(plan, list, () => crypto.randomUUID());
  const store = (records: TaskRecords | undefined) => {
    if (records) link.run(setTaskRecords(records));
  };
  const fill = (filled: readonly Row[], column: ValueColumn, text: string) => {
    const targets = filled.filter((row) => isEditable(row, column));
    if (column === "state") {
      const changes = new Map<string, TaskChange>();
      for (const row of targets) {
        const progress = row.kind === "task" ? progressOfText(text, row.task.progress) : undefined;
        if (progress) changes.set(row.key, (task) => [{ ...task, progress }]);
      }
      store(changeTasks(state, changes));
      return;
    }
    const changes = assignmentOf(column, text);
    const unit = column === "lead" ? office.units.find(({ name }) => name === text.trim()) : undefined;
    store(
      assignAll(
        state,
        targets.map(({ key }) => key),
        unit && unit.leader !== "" ? { ...changes, leader: unit.leader } : changes,
      ),
    );
  };
  const tools: TaskTools = {
    split: (row) => row.kind === "task" && setQuestion({ kind: "split", task: row.task }),
    merge: (row) => store(mergeTask(state, row.key)),
    note: (row) => row.kind === "task" && setQuestion({ kind: "note", task: row.task }),
    setCounts: (row, counts) => store(setCounts(state, row.key, counts)),
    goTo: (row) => onLeave(row.group.holder.id),
  };
  const divide = (records: TaskRecords | undefined, done: string, nothing: string) => {
    store(records);
    actions.tell(records ? done : nothing);
  };
  const tasks = countedTasks(list);
  const hidden = list.groups.flatMap((group) => group.tasks).length - tasks.length;
  const readReturned = async () => {
    const read = await actions.readReturned();
    if (read) setQuestion({ kind: "returned", ...read });
  };

  return (
    <section className="tasks" aria-label={strings.title}>
      <header className="tasks-bar">
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => onLeave()}>
          {strings.back}
        </Button>
        <TabList
          size="small"
          aria-label={strings.views}
          selectedValue={picture ? "picture" : "table"}
          onTabSelect={(_, { value }) => setPicture(value === "picture")}
        >
          <Tab value="table">{strings.table}</Tab>
          <Tab value="picture">{strings.picture}</Tab>
        </TabList>
        <span className="tasks-summary quiet" role="status">
          {strings.summary(tasks.length, tasks.filter(({ lead }) => lead.value === "").length)}
        </span>
        <span className="command-bar-gap" />
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" disabled={picture}>
              {strings.division}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem
                onClick={() =>
                  divide(proposeBySentence(state), strings.dividedBySentence, strings.alreadyBySentence)
                }
              >
                {strings.bySentence}
              </MenuItem>
              <MenuItem
                onClick={() =>
                  divide(proposeByClause(state), strings.dividedByClause, strings.alreadyByClause)
                }
              >
                {strings.byClause}
              </MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
        <Button appearance="subtle" onClick={() => setQuestion({ kind: "office" })}>
          {strings.office}
        </Button>
        <Button appearance="subtle" onClick={async () => store((await actions.remember())?.records)}>
          {strings.remember}
        </Button>
        <Button appearance="subtle" icon={<ArrowImportRegular />} onClick={() => void readReturned()}>
          {strings.import}
        </Button>
        <Menu
          checkedValues={{ quotes: quotes ? ["yes"] : [] }}
          onCheckedValueChange={(_, { checkedItems }) => setQuotes(checkedItems.length > 0)}
        >
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="primary" icon={<ArrowExportRegular />} disabled={tasks.length === 0}>
              {strings.export}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <MenuItem onClick={() => void actions.exportTasks({ packs: false, quoteFormulas: quotes })}>
                {strings.exportAll}
              </MenuItem>
              <MenuItem onClick={() => void actions.exportTasks({ packs: true, quoteFormulas: quotes })}>
                {strings.exportPacks}
              </MenuItem>
              <MenuDivider />
              <MenuItemCheckbox name="quotes" value="yes">
                {strings.quoteFormulas}
              </MenuItemCheckbox>
            </MenuList>
          </MenuPopover>
        </Menu>
      </header>
      {answer?.ok && office.units.length === 0 && <p className="tasks-note">{strings.noUnits}</p>}
      {list.lost.length > 0 && (
        <details className="tasks-lost">
          <summary className="amber">{strings.lost.title(list.lost.length)}</summary>
          <p className="quiet">{strings.lost.text}</p>
          <ul>
            {list.lost.map(({ task }) => (
              <li key={task.id}>
                <span>{task.anchor}</span> <span className="quiet">{task.assignment.lead}</span>
                <Button size="small" appearance="subtle" onClick={() => store(discardLost(state, task.id))}>
                  {strings.lost.discard}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {picture ? (
        <ProgressChart
          picture={progressPicture(
            progressOf(list, plan.year, services.status.today),
            plan.title.text.replaceAll("\n", ""),
          )}
        />
      ) : rows.length === 0 ? (
        <div className="tasks-empty">
          <h2>{strings.emptyTitle}</h2>
          <p className="quiet">{strings.emptyText}</p>
        </div>
      ) : (
        <TaskGrid
          rows={rows}
          choices={(column) => choicesOf(column, office, list)}
          tools={tools}
          onFill={fill}
          onUndo={() => link.run(undo)}
          onRedo={() => link.run(redo)}
          onLeave={() => onLeave()}
        />
      )}
      {!picture && (
        <footer className="tasks-foot quiet">
          <span>{strings.hint}</span>
          {hidden > 0 && (
            <Switch
              label={strings.showOthers(hidden)}
              checked={others}
              onChange={(_, { checked }) => setOthers(checked)}
            />
          )}
        </footer>
      )}
      {question?.kind === "split" && (
        <SplitDialog
          task={question.task}
          onCancel={() => setQuestion(undefined)}
          onSplit={(at) => {
            setQuestion(undefined);
            store(splitTask(state, question.task.key, at));
          }}
        />
      )}
      {question?.kind === "note" && (
        <NoteDialog
          task={question.task}
          onCancel={() => setQuestion(undefined)}
          onSave={(note) => {
            const { key, progress } = question.task;
            setQuestion(undefined);
            if (note !== progress.note) store(setProgress(state, key, { ...progress, note }));
          }}
        />
      )}
      {question?.kind === "returned" && (
        <ReturnedDialog
          name={question.name}
          returned={question.returned}
          onCancel={() => setQuestion(undefined)}
          onApply={(changes) => {
            setQuestion(undefined);
            const records = acceptReturned(plan, changes, () => crypto.randomUUID());
            link.rewrite("returned", setTaskRecords(records));
            actions.tell(strings.returned.applied(changes.length));
          }}
        />
      )}
      {question?.kind === "office" && (
        <OfficeDialog
          onClose={() => {
            setQuestion(undefined);
            reload();
          }}
        />
      )}
    </section>
  );
}

const NO_TASKS = { groups: [], lost: [] };
