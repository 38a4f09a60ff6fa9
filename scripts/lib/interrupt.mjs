// Lets a child process end in its own time when the terminal asks to stop. Dependency-free, Node 20.

/** A child that has not ended this long after it was asked to is ended. */
const STOP_LIMIT_MS = 10_000;

/**
 * Waits for `child` to end and answers its exit code (1 where a signal or a failed start ended it) and whether that
 * was because of Ctrl+C or a request to terminate, which is passed on through `stop`.
 */
export function untilInterrupted(child, stop) {
  return new Promise((resolve) => {
    let interrupted = false;
    let timer;
    const onSignal = () => {
      if (interrupted) return child.kill("SIGKILL");
      interrupted = true;
      stop();
      timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    };
    const end = (code) => {
      clearTimeout(timer);
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, onSignal);
      resolve({ code: interrupted ? 0 : code, interrupted });
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
    child.on("error", (error) => {
      console.error(error.message);
      end(1);
    });
    child.on("exit", (code) => end(code ?? 1));
  });
}
