"use client";

import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldGroup } from "#components/ui/form/field-group.tsx";

export type EditableListProps<Item extends { id: string }> = {
  legend: string;
  hint: string;
  /** "rule": names the buttons. */
  noun: string;
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  create: (id: string) => Item;
  error: string | undefined;
  renderItem: (item: Item, index: number, replace: (item: Item) => void) => ReactNode;
};

/** Items in an order that matters: add, remove, move up and down. */
export function EditableList<Item extends { id: string }>(props: EditableListProps<Item>) {
  const { legend, hint, noun, items, onChange, create, error, renderItem } = props;
  const move = (from: number, to: number) => {
    const moved = [...items];
    const [item] = moved.splice(from, 1);
    if (item !== undefined) moved.splice(to, 0, item);
    onChange(moved);
  };
  return (
    <FieldGroup legend={legend} hint={hint} error={error}>
      <ol className="flex flex-col gap-3">
        {items.map((item, index) => (
          <li key={item.id} className="rounded-lg border bg-sunken/40 p-3">
            <div className="mb-2 flex items-center gap-1">
              <span className="tabular flex-1 text-faint text-xs">
                {noun} {index + 1}
              </span>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Move ${noun} ${index + 1} up`}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                <ArrowUp aria-hidden />
              </Button>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Move ${noun} ${index + 1} down`}
                disabled={index === items.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <ArrowDown aria-hidden />
              </Button>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={`Remove ${noun} ${index + 1}`}
                disabled={items.length === 1}
                onClick={() => onChange(items.filter(({ id }) => id !== item.id))}
              >
                <Trash2 aria-hidden />
              </Button>
            </div>
            {renderItem(item, index, (next) =>
              onChange(items.map((other) => (other.id === item.id ? next : other))),
            )}
          </li>
        ))}
      </ol>
      <div>
        <Button size="sm" onClick={() => onChange([...items, create(crypto.randomUUID())])}>
          <Plus aria-hidden />
          Add {noun}
        </Button>
      </div>
    </FieldGroup>
  );
}
