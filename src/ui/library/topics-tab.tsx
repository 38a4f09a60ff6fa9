/** The topic groups, one a line. */
import { Button, Field, Textarea } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState } from "react";
import { MAX_TOPIC_TEXT } from "../../core/suggest/topic-list.ts";
import { failureText } from "../messages.ts";
import { useServices } from "../services.ts";
import { NOTHING, useLoad } from "../shared/use-load.ts";
import { problemText, libraryStrings as strings } from "./library.strings.ts";

export function TopicsTab(): ReactNode {
  const { host } = useServices();
  const { answer } = useLoad("topics.get", NOTHING);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [messages, setMessages] = useState<readonly string[]>([]);
  useEffect(() => {
    if (answer?.ok) setText(answer.value.text);
  }, [answer]);
  const save = async () => {
    setBusy(true);
    setMessages([strings.topicsBusy]);
    const reply = await host.call("topics.set", { text });
    setBusy(false);
    if (!reply.ok) setMessages([failureText(reply.failure, "other")]);
    else if (reply.value.problems.length > 0) setMessages(reply.value.problems.map(problemText));
    else setMessages([strings.topicsSaved]);
  };
  if (answer && !answer.ok) return <p>{failureText(answer.failure, "other")}</p>;
  return (
    <div className="library-topics">
      <p className="quiet">{strings.topicsHint}</p>
      <Field label={strings.topicsLabel} className="library-topics-field">
        <Textarea
          textarea={{ className: "library-topics-text" }}
          value={text}
          maxLength={MAX_TOPIC_TEXT}
          resize="none"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div className="library-actions">
        <Button appearance="primary" disabled={busy} onClick={() => void save()}>
          {strings.save}
        </Button>
        <Button disabled={busy} onClick={() => answer?.ok && setText(answer.value.shipped)}>
          {strings.restore}
        </Button>
      </div>
      <ul aria-live="polite">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
