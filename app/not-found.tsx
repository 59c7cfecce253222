import type { Metadata } from "next";
import { NotFoundPanel } from "#components/auth/not-found-panel.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-3xl pt-[12vh]">
      <NotFoundPanel />
    </main>
  );
}
