/** Rows read by one statement, so that no statement takes long. */
export const PAGE = 500;

/** Row after row, a page at a time, so that neither memory nor the connection is held by a long reading. */
export async function* paged<Row>(load: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row> {
  for (let last: Row | undefined; ; ) {
    const rows = await load(last);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}
