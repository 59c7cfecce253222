import { NotFoundPanel } from "#components/auth/not-found-panel.tsx";
import { Page } from "#components/ui/layout/page.tsx";

export default function WorkspaceNotFound() {
  return (
    <Page>
      <NotFoundPanel />
    </Page>
  );
}
