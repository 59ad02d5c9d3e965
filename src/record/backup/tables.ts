import type { Queryable } from '../pool';

export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly identity: boolean }[];
}

/** Applied migrations are restored by applying them. */
const LEDGER = 'migrations';

/** Every table of the record, those that others point at first: in this order rows can be put back. */
export async function tablesInOrder(db: Queryable): Promise<readonly Table[]> {
  const { rows: columns } = await db.query(
    `select relname as table, attname as name, format_type(atttypid, atttypmod) as type, attidentity <> '' as identity
     from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
     where nspname = 'public' and relkind = 'r' and relname <> '${LEDGER}'
       and attnum > 0 and not attisdropped and attgenerated = ''
     order by relname, attnum`,
  );
  const { rows: pointers } = await db.query(
    `select child.relname as child, parent.relname as parent
     from pg_constraint join pg_class child on child.oid = conrelid join pg_class parent on parent.oid = confrelid
     where contype = 'f' and conrelid <> confrelid`,
  );
  const tables = new Map<string, Table>();
  for (const { table, ...column } of columns as ({ table: string } & Table['columns'][number])[]) {
    tables.set(table, { name: table, columns: [...(tables.get(table)?.columns ?? []), column] });
  }
  return parentsFirst(tables, pointers as { child: string; parent: string }[]);
}

function parentsFirst(
  tables: ReadonlyMap<string, Table>,
  pointers: readonly { readonly child: string; readonly parent: string }[],
): readonly Table[] {
  const placed = new Map<string, Table>();
  function place(table: Table): void {
    if (placed.has(table.name)) return;
    for (const { parent } of pointers.filter(({ child }) => child === table.name)) place(tables.get(parent)!);
    placed.set(table.name, table);
  }
  for (const table of tables.values()) place(table);
  return [...placed.values()];
}
