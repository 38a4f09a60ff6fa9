/**
 * A dialog that must be answered before the window goes on: the browser's own modal dialog, which keeps the keyboard
 * inside, hides the rest from screen readers, and gives the keyboard back to where it was.
 */
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import "./modal.css";

export interface ModalProps {
  readonly title: string;
  /** Class of the dialog, for its size. */
  readonly className?: string;
  /** Shown beside the title. */
  readonly aside?: ReactNode;
  /** Buttons at the foot, in reading order. */
  readonly actions: ReactNode;
  /** Whether the body is nothing but text: it takes the keyboard itself, so that it can be scrolled by keys. */
  readonly isText?: boolean;
  readonly children: ReactNode;
  /** Escape was pressed. */
  readonly onCancel: () => void;
}

export function Modal(props: ModalProps): ReactNode {
  const { title, className = "", aside, actions, isText = false, children, onCancel } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      className={`modal ${className}`}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <header className="modal-head">
        <h2 id={heading}>{title}</h2>
        {aside}
      </header>
      <div
        className="modal-body"
        {...(isText ? { role: "group", "aria-labelledby": heading, tabIndex: 0 } : {})}
      >
        {children}
      </div>
      <footer className="modal-foot">{actions}</footer>
    </dialog>
  );
}
