export const dialectOptions: readonly { value: "sqlite" | "postgresql"; label: string }[] = [
  { value: "sqlite", label: "SQLite" },
  { value: "postgresql", label: "PostgreSQL" },
];
