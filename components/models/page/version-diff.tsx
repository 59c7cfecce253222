import { Card } from "#components/ui/layout/card.tsx";
import type { ModelVersion } from "#lib/models/versions/model-version.ts";
import { TextDiff } from "./text-diff.tsx";
import { versionSettings } from "./version-settings.ts";

export type VersionDiffProps = { before: ModelVersion; after: ModelVersion };

/** What changed from one version to another: the prompt by words, the rest by lines. */
export function VersionDiff({ before, after }: VersionDiffProps) {
  const settings = { before: versionSettings(before), after: versionSettings(after) };
  const count = Math.max(before.messages.length, after.messages.length);
  const messages = Array.from({ length: count }, (_, index) => ({
    index,
    before: messageText(before, index),
    after: messageText(after, index),
  }));
  const changed = messages.filter((message) => message.before !== message.after);
  return (
    <Card
      title={`Changes from version ${before.number} to version ${after.number}`}
      description="Struck through is gone, underlined is new."
    >
      <div className="flex flex-col gap-4">
        {changed.map((message) => (
          <section key={message.index}>
            <h3 className="mb-1.5 text-muted text-xs">Message {message.index + 1}</h3>
            <TextDiff before={message.before} after={message.after} unit="words" />
          </section>
        ))}
        {settings.before !== settings.after && (
          <section>
            <h3 className="mb-1.5 text-muted text-xs">Settings</h3>
            <TextDiff {...settings} unit="lines" />
          </section>
        )}
        {changed.length === 0 && count > 0 && <p className="text-muted text-xs">The prompt is the same.</p>}
        {settings.before === settings.after && (
          <p className="text-muted text-xs">The settings are the same.</p>
        )}
      </div>
    </Card>
  );
}

function messageText(version: ModelVersion, index: number): string {
  const message = version.messages[index];
  return message === undefined ? "" : `${message.role}\n${message.content}`;
}
