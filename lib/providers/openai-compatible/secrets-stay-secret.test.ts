import { expect, it } from "vitest";
import type { FakeBehaviour } from "#lib/testing/fake-model-server/behaviour.ts";
import { againstFakeServer, apiKey } from "./testing/against-fake-server.ts";

const { server, create, ask } = againstFakeServer();

it("never shows the key or a secret header, even cut off", async () => {
  server().setBehaviour({ kind: "wrong-key", rightKey: "other" });
  const error = await ask(create()).catch((reason: unknown) => reason);
  expect(String(error)).toContain("Incorrect API key provided: Bearer [secret]");
  for (let padding = 480; padding < 505; padding += 1) {
    server().setBehaviour({ kind: "status", code: 400, body: "p".repeat(padding) + apiKey });
    const cut = await ask(create()).catch((reason: unknown) => reason);
    expect(String(cut)).not.toContain(apiKey.slice(0, 6));
  }
  const bodies: FakeBehaviour[] = [
    { kind: "raw", contentType: "text/html", body: `<html><title>${apiKey}</title></html>` },
    { kind: "error-200", message: `key ${apiKey} and hidden-token` },
    { kind: "raw", contentType: "text/event-stream", body: `data: ${apiKey}\n\n` },
    { kind: "status", code: 307, headers: { location: `http://x/?key=${apiKey}` } },
  ];
  for (const behaviour of bodies) {
    server().setBehaviour(behaviour);
    const leaked = await ask(create({ headers: { "x-token": "hidden-token" } })).catch(
      (reason: unknown) => reason,
    );
    expect(String(leaked)).toContain("[secret]");
    expect(JSON.stringify(leaked) + String(leaked)).not.toMatch(/sk-very|hidden-token/);
  }
});

it("refuses a key that no header can carry", async () => {
  await expect(ask(create({ apiKey: "sk-a\nb-secret" }))).rejects.toMatchObject({
    errorClass: "permanent",
    message: expect.not.stringContaining("b-secret"),
  });
});
