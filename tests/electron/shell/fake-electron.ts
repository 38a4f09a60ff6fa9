/** A stand-in for Electron's modules that records what the shell asks of it and fires events on demand. */
import { type Mock, vi } from "vitest";

type Listener = (...values: readonly never[]) => unknown;

/** A function that only records its calls; its type is named, so that declarations can be written. */
const spy = (): Mock => vi.fn();

/** An event that tells whether its default was prevented. */
export interface FakeEvent {
  readonly url: string;
  prevented: boolean;
  readonly preventDefault: () => void;
}

export function fakeEvent(url = ""): FakeEvent {
  const event: FakeEvent = {
    url,
    prevented: false,
    preventDefault: () => {
      event.prevented = true;
    },
  };
  return event;
}

/** Records listeners; `fire` calls them in order. */
export class FakeEmitter {
  readonly listeners = new Map<string, Listener[]>();

  on(name: string, listener: Listener): this {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    return this;
  }

  once(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  fire(name: string, ...values: readonly unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...(values as readonly never[]));
  }
}

export class FakeContents extends FakeEmitter {
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined;
  readonly reload = spy();
  readonly send = spy();

  setWindowOpenHandler(handler: typeof this.openHandler): void {
    this.openHandler = handler;
  }
}

export class FakeWindow extends FakeEmitter {
  static readonly all: FakeWindow[] = [];
  static getAllWindows = () => FakeWindow.all;
  static getFocusedWindow = () => FakeWindow.all[0] ?? null;

  readonly options: Readonly<Record<string, unknown>>;
  readonly webContents = new FakeContents();
  readonly loadURL = vi.fn(async (_url: string) => undefined);
  readonly show = spy();
  readonly maximize = spy();
  readonly close = spy();
  readonly destroy = spy();
  isDestroyed = () => false;
  isMaximized = () => false;
  getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 700 });

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
}

/** What `vi.mock("electron", …)` answers with; `ready` says whether Electron is ready when the app is loaded. */
export function fakeElectron(ready = false) {
  const app = Object.assign(new FakeEmitter(), {
    isReady: () => ready,
    enableSandbox: spy(),
    showAboutPanel: spy(),
  });
  return {
    app,
    BrowserWindow: FakeWindow,
    dialog: {
      showOpenDialog: spy(),
      showSaveDialog: spy(),
      showMessageBoxSync: vi.fn(() => 0),
      showErrorBox: spy(),
    },
    ipcMain: { handle: spy() },
    Menu: { buildFromTemplate: vi.fn((template: unknown) => template) },
    nativeTheme: { shouldUseDarkColors: false },
    protocol: { registerSchemesAsPrivileged: spy(), handle: spy() },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 740 } }] },
    contextBridge: { exposeInMainWorld: spy() },
    ipcRenderer: { invoke: spy(), on: spy() },
  };
}
