import { LinkTabs } from "#components/ui/layout/link-tabs.tsx";

export function ModelsTabs() {
  return (
    <LinkTabs
      label="Models and connections"
      tabs={[
        { href: "/models", label: "Models" },
        { href: "/models/connections", label: "Connections" },
      ]}
    />
  );
}
